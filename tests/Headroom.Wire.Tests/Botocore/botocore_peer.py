"""The AWS SDK for Python as the other side of the wire, without a network.

Reads one JSON object a line: {"service", "operation", "protocol", "params"[, "response"]}; params are in the canonical form.
Without a response: prints the HTTP request that botocore would send. With one: prints what botocore makes of it.
"""
import base64
import datetime
import io
import json
import sys

import botocore.awsrequest
import botocore.config
import botocore.model
import botocore.session

protocol = None
resolve = botocore.model.ServiceModel.resolved_protocol
botocore.model.ServiceModel.resolved_protocol = property(
    lambda model: protocol if protocol in model.metadata.get("protocols", [protocol]) else resolve.func(model)
)

session = botocore.session.Session()
session.set_credentials("AKIDEXAMPLE", "secret", "token")
config = botocore.config.Config(
    parameter_validation=False,
    inject_host_prefix=False,
    retries={"total_max_attempts": 1},
    s3={"addressing_style": "path"},
)
clients = {}
sent = None
answer = None


class Sent(Exception):
    pass


class Raw(io.BytesIO):
    def stream(self, amount=1024, **_):
        yield self.read()


def before_send(request, **_):
    global sent
    if answer is None:
        sent = request
        raise Sent()
    raw = Raw(base64.b64decode(answer["body"]))
    return botocore.awsrequest.AWSResponse(request.url, answer["status"], Headers(answer["headers"]), raw)


class Headers(dict):
    def __init__(self, headers):
        super().__init__({name.lower(): value for name, value in headers.items()})

    def get(self, name, default=None):
        return super().get(name.lower(), default)

    def __getitem__(self, name):
        return super().__getitem__(name.lower())

    def __contains__(self, name):
        return super().__contains__(name.lower())


def client_of(service):
    key = (service, protocol)
    if key not in clients:
        client = session.create_client(
            service, region_name="us-east-1", endpoint_url="http://127.0.0.1:4566", config=config
        )
        client.meta.events.register("before-send", before_send)
        clients[key] = client
    return clients[key]


def to_python(shape, value):
    kind = shape.type_name
    if kind == "structure" and not getattr(shape, "is_document_type", False):
        return {name: to_python(shape.members[name], child) for name, child in value.items()}
    if kind == "list":
        return [to_python(shape.member, child) for child in value]
    if kind == "map":
        return {name: to_python(shape.value, child) for name, child in value.items()}
    if kind == "timestamp":
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    if kind == "blob":
        return base64.b64decode(value)
    return value


def to_canonical(shape, value):
    kind = shape.type_name
    if kind == "structure" and not getattr(shape, "is_document_type", False):
        return {
            name: to_canonical(shape.members[name], child) for name, child in value.items() if name in shape.members
        }
    if kind == "list":
        return [to_canonical(shape.member, child) for child in value]
    if kind == "map":
        return {name: to_canonical(shape.value, child) for name, child in value.items()}
    if kind == "timestamp":
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % round(utc.microsecond / 1000)
    if kind == "blob":
        return base64.b64encode(value if isinstance(value, bytes) else value.read()).decode()
    if kind == "string" and isinstance(value, dict):
        return json.dumps(value)  # botocore decodes IAM's policies and CloudFormation's templates
    return value


def call(line):
    global protocol, sent, answer
    protocol, answer = line.get("protocol"), line.get("response")
    client = client_of(line["service"])
    operation = client.meta.service_model.operation_model(line["operation"])
    python_name = next(name for name, api in client.meta.method_to_api_mapping.items() if api == line["operation"])
    params = to_python(operation.input_shape, line["params"]) if operation.input_shape else {}
    try:
        parsed = getattr(client, python_name)(**params)
    except Sent:
        body = sent.body or b""
        body = body.encode() if isinstance(body, str) else body if isinstance(body, bytes) else body.read()
        headers = {
            name: value.decode() if isinstance(value, bytes) else value for name, value in sent.headers.items()
        }
        return {"method": sent.method, "url": sent.url, "headers": headers, "body": base64.b64encode(body).decode()}
    except client.exceptions.ClientError as refused:
        error = refused.response["Error"]
        return {"code": error["Code"], "message": error["Message"]}
    parsed.pop("ResponseMetadata", None)
    return {"parsed": to_canonical(operation.output_shape, parsed) if operation.output_shape else {}}


for text in sys.stdin:
    try:
        result = call(json.loads(text))
    except Exception as problem:  # told to the test, which fails with it
        result = {"problem": f"{type(problem).__name__}: {problem}"}
    print(json.dumps(result), flush=True)
