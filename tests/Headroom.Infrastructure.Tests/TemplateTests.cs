using System.Text.Json.Nodes;

namespace Headroom.Infrastructure.Tests;

/// <summary>What somebody who deploys the example relies on; read from the checked-in template, so Node is not needed.</summary>
public sealed class TemplateTests
{
    private static readonly Template Infra = Template.Golden;

    [Fact]
    public void The_example_is_there_under_its_names()
    {
        Infra.Only("AWS::SNS::Topic")["TopicName"].ShouldBeJson("customer_topic");
        Infra.Only("AWS::ECS::Cluster")["ClusterName"].ShouldBeJson("ecs-scaling-example");
        Infra.Only("AWS::ECS::Service")["ServiceName"].ShouldBeJson("service_1");
        Infra.Only("AWS::ECS::TaskDefinition")["Cpu"].ShouldBeJson("256");
        Infra.Only("AWS::ECS::TaskDefinition")["Memory"].ShouldBeJson("512");
        Infra.Only("AWS::ApplicationAutoScaling::ScalableTarget")["MinCapacity"].ShouldBeJson(1);
        Infra.Only("AWS::ApplicationAutoScaling::ScalableTarget")["MaxCapacity"].ShouldBeJson(5);
        Infra.Only("AWS::ApplicationAutoScaling::ScalingPolicy")["TargetTrackingScalingPolicyConfiguration"]!["TargetValue"].ShouldBeJson(50);
    }

    [Fact]
    public void A_deployment_in_the_middle_of_a_hold_sets_no_desired_count() =>
        Infra.Only("AWS::ECS::Service").ContainsKey("DesiredCount").ShouldBeFalse();

    [Fact]
    public void The_state_machine_is_Standard_and_its_definition_is_the_file()
    {
        var machine = Infra.Only("AWS::StepFunctions::StateMachine");

        machine["StateMachineType"].ShouldBeJson("STANDARD");
        JsonNode.DeepEquals(JsonNode.Parse((string)machine["DefinitionString"]!), JsonNode.Parse(File.ReadAllText(Repository.StateMachineFile))).ShouldBeTrue();
        machine["DefinitionSubstitutions"]!.AsObject().Select(substitution => substitution.Key).ShouldBe(["HoldsTable", "EventBusName", "CalendarFunction"], ignoreOrder: true);
    }

    [Fact]
    public void The_state_machine_may_do_exactly_what_its_states_do()
    {
        var done = StateMachineFile.Tasks.Select(task => IamAction((string)task.Value["Resource"]!)).Distinct();
        var role = Infra.LogicalIds("AWS::IAM::Role").Single(id => id.Contains("ProtocolRole"));

        Infra.Statements(role).SelectMany(Template.Actions).ShouldBe(done, ignoreOrder: true);
    }

    [Fact]
    public void The_calendar_may_write_its_log_and_nothing_else() =>
        Infra.Statements(Infra.LogicalIds("AWS::IAM::Role").Single(id => id.Contains("CalendarRole")))
            .SelectMany(Template.Actions)
            .ShouldBe(["logs:CreateLogStream", "logs:PutLogEvents"], ignoreOrder: true);

    [Fact]
    public void The_deletion_guard_is_deleted_before_all_that_a_hold_needs()
    {
        var guard = Template.Golden.LogicalIds("Custom::HeadroomDeletionGuard").Single(id => !IsLastLook(id));

        Template.Golden.DependenciesOf(guard).ShouldBe(
            Template.Golden.Under("infra/CapacityHold").Except(Template.Golden.Under("infra/CapacityHold/Deletion"))
                .Concat(Template.Golden.Under("infra/CapacityHold/Deletion/Role"))
                .Concat(HeldServices),
            ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_deleted_while_the_deletion_guard_looks()
    {
        var guard = Template.Golden.LogicalIds("Custom::HeadroomDeletionGuard").Single(id => !IsLastLook(id));

        // CloudFormation deletes at once whatever nothing undeleted depends on: the service's scalable target, its security groups' rules, its way to the image.
        Template.Golden.LogicalIds().Except(Template.Golden.AllThatNeeds(guard)).ShouldBe([guard]);
    }

    private static IEnumerable<string> HeldServices => Template.Golden.Under("infra/Cluster").Concat(Template.Golden.Under("infra/Web"));

    [Fact]
    public void It_looks_once_more_when_no_notification_can_come_any_longer_and_before_all_that_a_hold_needs()
    {
        var last = Template.Golden.LogicalIds("Custom::HeadroomDeletionGuard").Single(IsLastLook);
        var intake = Template.Golden.Under("infra/CapacityHold/Notifier");
        var alarms = Template.Golden.Under("infra/CapacityHold/Alarms");

        intake.ShouldAllBe(id => Template.Golden.DependenciesOf(id).Contains(last));
        Template.Golden.DependenciesOf(last).ShouldBe(
            Template.Golden.Under("infra/CapacityHold").Except([.. Template.Golden.Under("infra/CapacityHold/Deletion"), .. intake, .. alarms])
                .Concat(Template.Golden.Under("infra/CapacityHold/Deletion/Role"))
                .Concat(HeldServices),
            ignoreOrder: true);
        Template.Golden.All("Custom::HeadroomDeletionGuard").Select(look => (int?)look["SettleSeconds"]).ShouldBe([null, 15], ignoreOrder: true);
    }

    private static bool IsLastLook(string logicalId) => logicalId.Contains("LastLook", StringComparison.Ordinal);

    [Fact]
    public void The_deletion_guard_may_look_at_the_holds_and_the_stack_and_release_and_stop_what_waits_and_nothing_else()
    {
        var role = Template.Golden.LogicalIds("AWS::IAM::Role").Single(id => id.StartsWith("CapacityHoldDeletion", StringComparison.Ordinal));

        Template.Golden.Statements(role).SelectMany(Template.Actions).ShouldBe(["logs:CreateLogStream", "logs:PutLogEvents", "dynamodb:Scan", "cloudformation:DescribeStacks", "states:StartExecution", "states:ListExecutions", "states:DescribeExecution", "states:StopExecution"]);
    }

    [Fact]
    public void Only_an_action_that_takes_no_resource_is_allowed_on_every_resource() =>
        Infra.LogicalIds("AWS::IAM::Role")
            .SelectMany(Infra.Statements)
            .Where(statement => Template.Resources(statement).Contains("*"))
            .SelectMany(Template.Actions)
            .Distinct()
            .ShouldBe(
                ["application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScheduledActions", "elasticloadbalancing:DescribeTargetHealth"],
                ignoreOrder: true);

    [Fact]
    public void The_services_named_in_permissions_are_the_covered_ones()
    {
        var ecs = Infra.LogicalIds("AWS::IAM::Role").SelectMany(Infra.Statements).Single(statement => Template.Actions(statement).Contains("ecs:UpdateService"));

        var service = Template.Resources(ecs).ShouldHaveSingleItem();
        service.ShouldContain(":service/");
        service.ShouldContain(Infra.LogicalIds("AWS::ECS::Service").Single());
        service.ShouldNotContain("*");
    }

    [Fact]
    public void The_holds_table_has_one_item_for_each_target_and_costs_nothing_when_idle()
    {
        var table = Infra.Only("AWS::DynamoDB::Table");

        table["KeySchema"].ShouldBeJson("""[{"AttributeName":"target","KeyType":"HASH"}]""");
        table["BillingMode"].ShouldBeJson("PAY_PER_REQUEST");
    }

    [Fact]
    public void A_hold_whose_execution_ended_badly_is_recovered_and_a_sweep_finds_the_rest()
    {
        var rules = Infra.All("AWS::Events::Rule");

        var ended = rules.Single(rule => rule["EventPattern"]?["source"]?[0]?.GetValue<string>() == "aws.states");
        ended["EventPattern"]!["detail"]!["status"].ShouldBeJson("""["FAILED","TIMED_OUT","ABORTED"]""");
        ended["Targets"]![0]!["InputPath"].ShouldBeJson("$.detail");
        var sweep = rules.Single(rule => rule.ContainsKey("ScheduleExpression"));
        sweep["ScheduleExpression"].ShouldBeJson("rate(5 minutes)");
        sweep["Targets"]![0]!["Input"].ShouldBeJson("""{"action":"sweep"}""", asText: true);
    }

    [Fact]
    public void The_Notifier_is_told_what_its_README_says()
    {
        var function = Infra.Notifier;

        function["Runtime"].ShouldBeJson("provided.al2023");
        function["Environment"]!["Variables"]!.AsObject().Select(variable => variable.Key).ShouldBe(
            [
                "HEADROOM_SERVICES", "HEADROOM_STATE_MACHINE_ARN", "HEADROOM_DEAD_LETTER_QUEUE_URL",
                "HEADROOM_DEFAULT_HOLD", "HEADROOM_MAX_HOLD", "HEADROOM_METRIC_NAMESPACE",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Every_log_is_deleted_some_day() =>
        Infra.All("AWS::Logs::LogGroup").ShouldAllBe(group => group.ContainsKey("RetentionInDays"));

    [Fact]
    public void A_message_that_holds_nothing_raises_an_alarm_and_so_does_a_hold_that_is_not_whole() =>
        Infra.All("AWS::CloudWatch::Alarm").Select(alarm => (string)alarm["MetricName"]!).Distinct().ShouldBe(
            ["ApproximateNumberOfMessagesVisible", "Errors", "ExecutionsFailed", "TriggeredRules"], ignoreOrder: true);

    private static string IamAction(string integration)
    {
        var parts = integration.Split(':');
        var prefix = parts[^2] switch
        {
            "applicationautoscaling" => "application-autoscaling",
            "elasticloadbalancingv2" => "elasticloadbalancing",
            "sfn" => "states",
            var service => service,
        };
        // An invocation is the one action that is not named as its operation.
        return integration.EndsWith(":lambda:invoke", StringComparison.Ordinal) ? "lambda:InvokeFunction" : $"{prefix}:{char.ToUpperInvariant(parts[^1][0])}{parts[^1][1..]}";
    }
}
