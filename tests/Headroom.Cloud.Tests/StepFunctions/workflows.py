"""Step Functions through boto3, as an operator uses it. Exits with an assertion where one answer is wrong."""

import json
import sys
import time

import boto3

ENDPOINT = sys.argv[1]
EACH = {"Type": "Map", "Label": "each", "MaxConcurrency": 1, "End": True, "ItemProcessor": {
    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "W", "States": {
        "W": {"Type": "Wait", "Seconds": 60, "End": True}}}}


def client(name):
    return boto3.client(name, endpoint_url=ENDPOINT, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")


def eventually(what, look):
    for _ in range(200):
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"never: {what}")


def make(states, name, definition):
    role = client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}))["Role"]["Arn"]
    return states.create_state_machine(name=name, roleArn=role, definition=json.dumps(definition))["stateMachineArn"]


def a_map_run_can_be_updated_while_it_runs(states):
    machine = make(states, "batch", {"StartAt": "Each", "States": {"Each": EACH}})
    run = states.start_execution(stateMachineArn=machine, input="[1, 2, 3, 4]")["executionArn"]
    map_run = eventually("a map run", lambda: states.list_map_runs(executionArn=run)["mapRuns"])[0]["mapRunArn"]
    before = states.describe_map_run(mapRunArn=map_run)
    assert (before["maxConcurrency"], before["executionCounts"]["running"], before["itemCounts"]["pending"]) == (1, 1, 3), before
    states.update_map_run(mapRunArn=map_run, maxConcurrency=0, toleratedFailureCount=2, toleratedFailurePercentage=12.5)
    after = states.describe_map_run(mapRunArn=map_run)
    assert (after["maxConcurrency"], after["toleratedFailureCount"], after["toleratedFailurePercentage"]) == (0, 2, 12.5), after
    assert (after["executionCounts"]["running"], after["itemCounts"]["pending"]) == (4, 0), after
    states.stop_execution(executionArn=run, error="Enough", cause="as asked")
    ended = states.describe_map_run(mapRunArn=map_run)
    assert (ended["status"], ended["itemCounts"]["aborted"]) == ("ABORTED", 4), ended
    for refused in [lambda: states.update_map_run(mapRunArn=map_run, maxConcurrency=2),
                    lambda: states.update_map_run(mapRunArn=map_run, toleratedFailurePercentage=101)]:
        try:
            refused()
            raise AssertionError("not refused")
        except states.exceptions.ClientError as error:
            assert error.response["Error"]["Code"] == "ValidationException", error


def main():
    states = client("stepfunctions")
    a_map_run_can_be_updated_while_it_runs(states)
    print("done")


if __name__ == "__main__":
    main()
