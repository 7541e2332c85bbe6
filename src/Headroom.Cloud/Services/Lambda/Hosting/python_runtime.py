"""Runs a Python handler through the Lambda runtime API, as AWS's own runtime does.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
https://docs.aws.amazon.com/lambda/latest/dg/python-context.html
"""

import http.client
import importlib
import importlib.abc
import importlib.util
import json
import os
import sys
import time
import traceback

API = os.environ["AWS_LAMBDA_RUNTIME_API"]
ROOT = "/2018-06-01/runtime/"
ASCII_ONLY = os.environ.get("AWS_EXECUTION_ENV", "").rpartition(".")[2] in ("8", "9", "10", "11")


class Context:
    """The handler's second argument."""

    def __init__(self, headers):
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.identity = None
        self.client_context = None
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_ms - int(time.time() * 1000))

    def log(self, message):
        print(message)


class EndpointForOldSdk(importlib.abc.MetaPathFinder):
    """botocore before 1.31 knows no AWS_ENDPOINT_URL: its clients would leave the embedded cloud."""

    def find_spec(self, name, path, target=None):
        if name != "botocore.session":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            self.lead(module.Session)

        spec.loader.exec_module = exec_module
        return spec

    def lead(self, session):
        version = importlib.import_module("botocore").__version__
        if tuple(int(part) for part in version.split(".")[:2]) >= (1, 31):
            return
        create = session.create_client

        def create_client(self, *args, **kwargs):
            if len(args) < 6 and not kwargs.get("endpoint_url"):
                kwargs["endpoint_url"] = os.environ["AWS_ENDPOINT_URL"]
            return create(self, *args, **kwargs)

        session.create_client = create_client


def to_json(value):
    """AWS's runtimes for Python 3.12 and later leave characters beyond ASCII as they are."""
    return json.dumps(value, ensure_ascii=ASCII_ONLY).encode()


def request(connection, method, path, body=None, error_type=None):
    headers = {"Content-Type": "application/json"}
    if error_type:
        headers["Lambda-Runtime-Function-Error-Type"] = error_type
    connection.request(method, ROOT + path, body, headers)
    response = connection.getresponse()
    return response.headers, response.read()


def shown(path):
    """On AWS the function's files are in /var/task: messages and traces look the same wherever they are here."""
    root = os.environ["LAMBDA_TASK_ROOT"].rstrip("/") + "/"
    return "/var/task/" + path[len(root):] if path.startswith(root) else path


def described(message, kind, trace, request_id):
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": trace}


def describe(error, request_id="", frames_to_skip=1):
    frames = traceback.extract_tb(error.__traceback__)[frames_to_skip:]
    trace = traceback.format_list((shown(frame.filename), frame.lineno, frame.name, frame.line) for frame in frames)
    return described(str(error), type(error).__name__, trace, request_id)


def print_error(error):
    print("[ERROR] %s: %s" % (error["errorType"], error["errorMessage"]))
    if error["stackTrace"]:
        print("Traceback (most recent call last):")
        print("".join(error["stackTrace"]).rstrip())


def runtime_error(kind, message, request_id=""):
    return described(message, kind, [], request_id)


def load(name):
    """The handler, or the error that says why there is none."""
    module_name, _, function_name = name.rpartition(".")
    if not module_name:
        return None, runtime_error("Runtime.MalformedHandlerName", "Bad handler '%s': not enough values to unpack" % name)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        return None, runtime_error("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        return None, runtime_error("Runtime.UserCodeSyntaxError", "Syntax error in module '%s': %s" % (module_name, error))
    except Exception as error:
        return None, describe(error)
    handler = getattr(module, function_name, None)
    if handler is None:
        return None, runtime_error("Runtime.HandlerNotFound", "Handler '%s' missing on module '%s'" % (function_name, module_name))
    return handler, None


def run(handler, headers, body):
    """What to post, where, and the error's type where it is one."""
    request_id = headers["Lambda-Runtime-Aws-Request-Id"]
    path = "invocation/%s/" % request_id
    try:
        result = handler(json.loads(body), Context(headers))
    except Exception as error:
        failure = describe(error, request_id)
    else:
        if isinstance(result, bytes):
            return path + "response", result, None
        try:
            return path + "response", to_json(result), None
        except (TypeError, ValueError) as error:
            failure = runtime_error("Runtime.MarshalError", "Unable to marshal response: %s" % error, request_id)
    print_error(failure)
    return path + "error", to_json(failure), failure["errorType"]


def main():
    sys.stdout.reconfigure(line_buffering=True)
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    sys.meta_path.insert(0, EndpointForOldSdk())
    connection = http.client.HTTPConnection(API)
    handler, error = load(os.environ["_HANDLER"])
    if error:
        print_error(error)
        request(connection, "POST", "init/error", to_json(error), error["errorType"])
        sys.exit(1)
    while True:
        headers, body = request(connection, "GET", "invocation/next")
        path, answer, error_type = run(handler, headers, body)
        sys.stdout.flush()
        request(connection, "POST", path, answer, error_type)


main()
