"""The messaging services through boto3, as an application uses them. Exits with an assertion where one answer is wrong."""

import base64
import io
import json
import sys
import time
import zipfile

import boto3
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
HANDLER = """
import boto3

sts = boto3.client("sts")
sqs = boto3.client("sqs")

def handler(event, context):
    print("handling", event)
    if event.get("fail"):
        raise ValueError("as asked")
    try:
        sqs.list_queues()
        queues = "allowed"
    except sqs.exceptions.ClientError as error:
        queues = error.response["Error"]["Code"]
    return {"me": sts.get_caller_identity()["Arn"], "queues": queues, "records": len(event.get("Records", []))}
"""


def client(name):
    return boto3.client(name, endpoint_url=ENDPOINT, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")


def policy(**statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **statement}]})


def package(source):
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("app.py", source)
    return zipped.getvalue()


def refused(code, status, call, **request):
    try:
        call(**request)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == status, error
    else:
        raise AssertionError("%s was not refused" % call)


def eventually(look):
    deadline = time.time() + 30
    while time.time() < deadline:
        seen = look()
        if seen:
            return seen
        time.sleep(0.1)
    raise AssertionError("never seen")


iam, functions, sns, sqs, logs, events = (client(name) for name in ["iam", "lambda", "sns", "sqs", "logs", "events"])

role = iam.create_role(RoleName="worker", AssumeRolePolicyDocument=policy(Principal={"Service": "lambda.amazonaws.com"}, Action="sts:AssumeRole"))["Role"]["Arn"]
iam.attach_role_policy(RoleName="worker", PolicyArn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
function = functions.create_function(FunctionName="worker", Runtime="python3.12", Role=role, Handler="app.handler", Timeout=20, Code={"ZipFile": package(HANDLER)})["FunctionArn"]
functions.get_waiter("function_active_v2").wait(FunctionName="worker")

# A function is its role, and may do what the role may.
answer = functions.invoke(FunctionName="worker", Payload=b"{}", LogType="Tail")
assert json.loads(answer["Payload"].read()) == {"me": "arn:aws:sts::123456789012:assumed-role/worker/worker", "queues": "AccessDenied", "records": 0}
assert "handling {}" in base64.b64decode(answer["LogResult"]).decode()
failure = functions.invoke(FunctionName="worker", Payload=b'{"fail": true}')
assert failure["FunctionError"] == "Unhandled"
assert json.loads(failure["Payload"].read())["errorMessage"] == "as asked"

# One message to a queue and a function.
topic = sns.create_topic(Name="topic")["TopicArn"]
queue = sqs.create_queue(QueueName="queue")["QueueUrl"]
queue_arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
allowed = policy(Principal={"Service": "sns.amazonaws.com"}, Action="sqs:SendMessage", Resource=queue_arn, Condition={"ArnEquals": {"aws:SourceArn": topic}})
sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": allowed})
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue_arn, Attributes={"RawMessageDelivery": "true"})
sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=function)
functions.add_permission(FunctionName="worker", StatementId="sns", Action="lambda:InvokeFunction", Principal="sns.amazonaws.com", SourceArn=topic)
sns.publish(TopicArn=topic, Message="hello!", MessageAttributes={"kind": {"DataType": "String", "StringValue": "push"}})
message = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20, MessageAttributeNames=["All"])["Messages"][0]
assert message["Body"] == "hello!"
assert message["MessageAttributes"]["kind"]["StringValue"] == "push"
sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
eventually(lambda: logs.filter_log_events(logGroupName="/aws/lambda/worker", filterPattern='"aws:sns"')["events"])

# A rule hands events to the function.
rule = events.put_rule(Name="rule", EventPattern=json.dumps({"source": ["shop"]}))["RuleArn"]
functions.add_permission(FunctionName="worker", StatementId="events", Action="lambda:InvokeFunction", Principal="events.amazonaws.com", SourceArn=rule)
assert events.put_targets(Rule="rule", Targets=[{"Id": "worker", "Arn": function}])["FailedEntryCount"] == 0
assert events.put_events(Entries=[{"Source": "shop", "DetailType": "Sale Started", "Detail": "{}"}])["FailedEntryCount"] == 0
eventually(lambda: logs.filter_log_events(logGroupName="/aws/lambda/worker", filterPattern='"Sale Started"')["events"])

# Refusals have the codes and statuses that clients expect.
refused("ResourceNotFoundException", 404, functions.invoke, FunctionName="gone")
refused("ResourceConflictException", 409, functions.create_function, FunctionName="worker", Runtime="python3.12", Role=role, Handler="a.b", Code={"ZipFile": package("")})
refused("NotFound", 404, sns.publish, TopicArn=topic + "x", Message="hello!")
refused("InvalidParameter", 400, sns.publish, TopicArn=topic, Message="x" * 262145)
refused("AWS.SimpleQueueService.NonExistentQueue", 400, sqs.get_queue_url, QueueName="gone")
refused("ResourceNotFoundException", 400, logs.get_log_events, logGroupName="gone", logStreamName="gone")
refused("InvalidEventPatternException", 400, events.put_rule, Name="rule", EventPattern='{"source": "shop"}')
print("done")
