"""How fast state machines run behind an endpoint: states.py NAME=URL ... prints, for each, loop transitions and Map items per second."""
import json
import sys
import time

import boto3
from botocore.config import Config

TRANSITIONS = 10_000
ITEMS = 1_000
SHARE_FOR_PEERS = 20  # a part of the work is enough to see their pace
PATIENCE = 120
LOOP = {"StartAt": "More", "States": {
    "More": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThanPath": "$.rounds", "Next": "Add"}], "Default": "Done"},
    "Add": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)", "rounds.$": "$.rounds"}, "Next": "More"},
    "Done": {"Type": "Succeed"}}}
MAP = {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": True, "ItemProcessor": {
    "StartAt": "Keep", "States": {"Keep": {"Type": "Pass", "End": True}}}}}}
TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


def client(service, endpoint):
    return boto3.client(service, endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="bench", aws_secret_access_key="bench",
                        config=Config(retries={"max_attempts": 1}, read_timeout=PATIENCE))


def seconds(states, role, definition, given):
    machine = states.create_state_machine(name=f"bench-{time.time_ns()}", definition=json.dumps(definition), roleArn=role)["stateMachineArn"]
    began = time.perf_counter()
    run = states.start_execution(stateMachineArn=machine, input=json.dumps(given))["executionArn"]
    while True:
        described = states.describe_execution(executionArn=run)
        if described["status"] != "RUNNING":
            break
        if time.perf_counter() - began > PATIENCE:
            raise TimeoutError(f"still running after {PATIENCE} s")
        time.sleep(.002)
    if described["status"] != "SUCCEEDED":
        raise RuntimeError(f"{described['status']}: {described.get('cause')}")
    return time.perf_counter() - began


def best(states, role, definition, given, rounds):
    return min(seconds(states, role, definition, given) for _ in range(rounds))


def measure(endpoint, rounds, share=1):
    transitions, items = TRANSITIONS // share, ITEMS // share
    role = client("iam", endpoint).create_role(RoleName=f"bench-{time.time_ns()}", AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    states = client("stepfunctions", endpoint)
    return (transitions / best(states, role, LOOP, {"n": 0, "rounds": transitions // 2}, rounds),
            items / best(states, role, MAP, list(range(items)), rounds))


def main():
    for argument in sys.argv[1:]:
        name, endpoint = argument.split("=", 1)
        label = f"{name} ({endpoint})" if name == "peer" else name
        try:
            loop, items = measure(endpoint, rounds=1, share=SHARE_FOR_PEERS) if name == "peer" else measure(endpoint, rounds=5)
            print(f"{label:32} {loop:12,.0f} transitions/s {items:12,.0f} Map items/s")
        except Exception as fault:  # a peer that cannot run the machine is told, not hidden
            print(f"{label:32} {str(fault).splitlines()[0]}")


if __name__ == "__main__":
    main()
