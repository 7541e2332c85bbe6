"""The capacity services through boto3, as an operator uses them. Exits with an assertion where one answer is wrong."""

import datetime
import sys
import time

import boto3
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")


ecs, elb, scaling, cloudwatch = client("ecs"), client("elbv2"), client("application-autoscaling"), client("cloudwatch")
TARGET = {"ServiceNamespace": "ecs", "ResourceId": "service/shop/web", "ScalableDimension": "ecs:service:DesiredCount"}
SERVICE = [{"Name": "ClusterName", "Value": "shop"}, {"Name": "ServiceName", "Value": "web"}]


def refused(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError("it was not refused")


ecs.create_cluster(clusterName="shop")
definition = ecs.register_task_definition(
    family="web", cpu="256", memory="512", networkMode="awsvpc", requiresCompatibilities=["FARGATE"],
    containerDefinitions=[{"name": "web", "image": "web", "portMappings": [{"containerPort": 80}]}])["taskDefinition"]
assert definition["revision"] == 1 and definition["registeredAt"].tzinfo, definition

balancer = elb.create_load_balancer(Name="web", Subnets=["subnet-1", "subnet-2"])["LoadBalancers"][0]
group = elb.create_target_group(Name="web", Protocol="HTTP", Port=80, VpcId="vpc-1", TargetType="ip", HealthCheckIntervalSeconds=5, HealthyThresholdCount=2)["TargetGroups"][0]
elb.modify_target_group_attributes(TargetGroupArn=group["TargetGroupArn"], Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "5"}])
elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=[{"Type": "forward", "TargetGroupArn": group["TargetGroupArn"]}])
assert elb.describe_target_groups(LoadBalancerArn=balancer["LoadBalancerArn"])["TargetGroups"][0]["TargetGroupName"] == "web"
assert refused(elb.describe_target_health, TargetGroupArn=group["TargetGroupArn"] + "x")[0] == "TargetGroupNotFound"

ecs.create_service(
    cluster="shop", serviceName="web", taskDefinition="web", desiredCount=2, launchType="FARGATE",
    networkConfiguration={"awsvpcConfiguration": {"subnets": ["subnet-1"]}},
    loadBalancers=[{"targetGroupArn": group["TargetGroupArn"], "containerName": "web", "containerPort": 80}])
ecs.get_waiter("services_stable").wait(cluster="shop", services=["web"], WaiterConfig={"Delay": 1, "MaxAttempts": 60})
tasks = ecs.describe_tasks(cluster="shop", tasks=ecs.list_tasks(cluster="shop", serviceName="web")["taskArns"])["tasks"]
assert [task["lastStatus"] for task in tasks] == ["RUNNING", "RUNNING"], tasks
elb.get_waiter("target_in_service").wait(TargetGroupArn=group["TargetGroupArn"], WaiterConfig={"Delay": 1, "MaxAttempts": 60})
assert ecs.describe_services(cluster="shop", services=["nothing"])["failures"][0]["reason"] == "MISSING"
assert refused(ecs.update_service, cluster="shop", service="nothing", desiredCount=1) == ("ServiceNotFoundException", "Service not found.")

scaling.register_scalable_target(**TARGET, MinCapacity=1, MaxCapacity=4)
policy = scaling.put_scaling_policy(
    **TARGET, PolicyName="cpu", PolicyType="TargetTrackingScaling",
    TargetTrackingScalingPolicyConfiguration={"TargetValue": 50.0, "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}})
assert len(policy["Alarms"]) == 2, policy
scaling.put_scheduled_action(**TARGET, ScheduledActionName="night", Schedule="cron(0 1 * * ? *)", Timezone="Europe/Berlin", ScalableTargetAction={"MinCapacity": 1})
scaling.register_scalable_target(**TARGET, MinCapacity=3, SuspendedState={"DynamicScalingInSuspended": True})
target = scaling.describe_scalable_targets(ServiceNamespace="ecs", ResourceIds=[TARGET["ResourceId"]])["ScalableTargets"][0]
assert target["SuspendedState"] == {"DynamicScalingInSuspended": True, "DynamicScalingOutSuspended": False, "ScheduledScalingSuspended": False}, target
activity = scaling.describe_scaling_activities(ServiceNamespace="ecs", ResourceId=TARGET["ResourceId"])["ScalingActivities"][0]
assert activity["Cause"] == "minimum capacity was set to 3", activity
assert refused(scaling.register_scalable_target, **TARGET, MinCapacity=9)[0] == "ValidationException"
assert refused(scaling.put_scaling_policy, **dict(TARGET, ResourceId="service/shop/other"), PolicyName="p")[0] in ("ObjectNotFoundException", "ValidationException")

now = datetime.datetime.now(datetime.timezone.utc)
cloudwatch.put_metric_data(Namespace="Shop", MetricData=[{"MetricName": "Orders", "Values": [1.0, 3.0], "Counts": [1.0, 1.0], "Unit": "Count"}])
cloudwatch.put_metric_alarm(
    AlarmName="many orders", Namespace="Shop", MetricName="Orders", Statistic="Maximum", Period=60, EvaluationPeriods=1, Threshold=2, ComparisonOperator="GreaterThanThreshold")
for _ in range(60):
    alarm = cloudwatch.describe_alarms(AlarmNames=["many orders"])["MetricAlarms"][0]
    if alarm["StateValue"] == "ALARM":
        break
    time.sleep(0.5)
assert alarm["StateReason"].startswith("Threshold Crossed: 1 datapoint [3.0 ("), alarm
assert cloudwatch.describe_alarm_history(AlarmName="many orders", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
window = {"StartTime": now - datetime.timedelta(hours=12), "EndTime": now + datetime.timedelta(hours=12)}
points = cloudwatch.get_metric_statistics(Namespace="Shop", MetricName="Orders", Period=60, Statistics=["Sum", "Average"], **window)["Datapoints"]
assert points[0]["Sum"] == 4.0 and points[0]["Average"] == 2.0, points
query = {"Id": "cpu", "MetricStat": {"Metric": {"Namespace": "AWS/ECS", "MetricName": "CPUUtilization", "Dimensions": SERVICE}, "Period": 60, "Stat": "Average"}}
data = cloudwatch.get_metric_data(MetricDataQueries=[query], **window)["MetricDataResults"][0]
assert data["StatusCode"] == "Complete" and all(abs(value - 1) < 1e-6 for value in data["Values"]), data
assert {"CPUUtilization", "MemoryUtilization"} <= {metric["MetricName"] for metric in cloudwatch.list_metrics(Namespace="AWS/ECS")["Metrics"]}
assert refused(cloudwatch.set_alarm_state, AlarmName="nothing", StateValue="OK", StateReason="test")[0] in ("ResourceNotFound", "ResourceNotFoundException")

ecs.delete_service(cluster="shop", service="web", force=True)
ecs.get_waiter("services_inactive").wait(cluster="shop", services=["web"], WaiterConfig={"Delay": 1, "MaxAttempts": 60})
ecs.delete_cluster(cluster="shop")
print("done")
