"""CloudWatch through boto3, in the protocol that is named, as an operator uses it. Exits with an assertion where one answer is wrong."""

import datetime
import sys
import time

import boto3
import botocore.model
from botocore.exceptions import ClientError

ENDPOINT, PROTOCOL = sys.argv[1:]
botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = [PROTOCOL]
cloudwatch = boto3.client("cloudwatch", endpoint_url=ENDPOINT, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
assert cloudwatch.meta.service_model.resolved_protocol == PROTOCOL


def refused(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError("it was not refused")


def metric(name):
    return {"Id": name, "ReturnData": False, "MetricStat": {"Metric": {"Namespace": "Shop", "MetricName": name}, "Period": 60, "Stat": "Sum"}}


def alarm(name):
    described = cloudwatch.describe_alarms(AlarmNames=[name], AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    return (described["MetricAlarms"] + described["CompositeAlarms"])[0]


def put():
    cloudwatch.put_metric_data(Namespace="Shop", MetricData=[{"MetricName": "errors", "Value": 5.0}, {"MetricName": "requests", "Value": 10.0}])


put()
now = datetime.datetime.now(datetime.timezone.utc)
window = {"StartTime": now - datetime.timedelta(days=1), "EndTime": now + datetime.timedelta(days=1)}
rate = {"Id": "rate", "Expression": "100 * errors / requests", "Label": "Error rate: ${LAST}"}
result = cloudwatch.get_metric_data(MetricDataQueries=[rate, metric("errors"), metric("requests")], **window)["MetricDataResults"]
assert [(series["Id"], series["Label"], series["Values"]) for series in result] == [("rate", "Error rate: 50", [50.0])], result
assert result[0]["Timestamps"][0].tzinfo and result[0]["StatusCode"] == "Complete", result
assert refused(cloudwatch.get_metric_data, MetricDataQueries=[{"Id": "e1", "Expression": "1 +"}], **window)[1].startswith("Error in expression 'e1': Invalid syntax")

cloudwatch.put_metric_alarm(
    AlarmName="error rate", EvaluationPeriods=1, Threshold=20, ComparisonOperator="GreaterThanThreshold",
    Metrics=[{"Id": "rate", "Expression": "100 * errors / requests"}, metric("errors"), metric("requests")])
for name in ("slow", "maintenance"):
    cloudwatch.put_metric_alarm(
        AlarmName=name, Namespace="Shop", MetricName=name, ExtendedStatistic="tm99", Period=10, EvaluationPeriods=3, DatapointsToAlarm=2,
        Threshold=1, ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore")
cloudwatch.put_composite_alarm(
    AlarmName="shop", AlarmRule='ALARM("error rate") AND NOT ALARM(slow)', ActionsSuppressor="maintenance",
    ActionsSuppressorWaitPeriod=600, ActionsSuppressorExtensionPeriod=60, Tags=[{"Key": "team", "Value": "shop"}])
for _ in range(120):
    if alarm("error rate")["StateValue"] == "ALARM":
        break
    put()
    time.sleep(0.5)
shop = alarm("shop")
assert shop["StateValue"] == "ALARM" and shop["ActionsSuppressedBy"] == "WaitPeriod", shop
assert "alarm:error rate transitioned to ALARM at " in shop["StateReason"], shop
assert [child["AlarmName"] for child in cloudwatch.describe_alarms(ChildrenOfAlarmName="shop")["MetricAlarms"]] == ["error rate", "slow"]
assert [parent["AlarmName"] for parent in cloudwatch.describe_alarms(ParentsOfAlarmName="slow")["CompositeAlarms"]] == ["shop"]
assert cloudwatch.list_tags_for_resource(ResourceARN=shop["AlarmArn"])["Tags"] == [{"Key": "team", "Value": "shop"}]

cloudwatch.set_alarm_state(AlarmName="maintenance", StateValue="ALARM", StateReason="tonight")
assert alarm("shop")["ActionsSuppressedBy"] == "Alarm"
history = cloudwatch.describe_alarm_history(AlarmName="shop", AlarmTypes=["CompositeAlarm"], ScanBy="TimestampAscending")["AlarmHistoryItems"]
assert [item["HistoryItemType"] for item in history] == ["ConfigurationUpdate", "StateUpdate", "StateUpdate"], history
assert refused(cloudwatch.delete_alarms, AlarmNames=["slow"]) == ("ValidationError", "Cannot delete slow as there are composite alarm(s) depending on it.")
cloudwatch.delete_alarms(AlarmNames=["shop", "slow", "error rate", "maintenance"])
assert cloudwatch.describe_alarms()["MetricAlarms"] == []
print("done")
