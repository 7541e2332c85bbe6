using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SNS;

namespace Headroom.Infrastructure.Tests;

/// <summary>The construct as others use it, in stacks of their own.</summary>
public sealed class CapacityHoldTests
{
    private static readonly CoveredService Checkout = new("shop", "checkout");

    [Fact]
    public void Services_that_exist_already_are_covered_by_name()
    {
        var template = Built([Checkout, new CoveredService("shop", "search")]);

        template.Notifier["Environment"]!["Variables"]!["HEADROOM_SERVICES"]
            .ShouldBeJson("""["shop/checkout","shop/search"]""", asText: true);
        template.All("AWS::SNS::Topic").Count.ShouldBe(1, "a topic is made where none is given");
    }

    [Fact]
    public void A_given_topic_is_used()
    {
        var template = new Template(Synthesis.Of((stack, code) => _ = new CapacityHold(stack, "Hold", new CapacityHoldProps
        {
            Services = [Checkout],
            NotifierCode = code,
            Topic = Topic.FromTopicArn(stack, "Existing", "arn:aws:sns:us-east-1:123456789012:pushes"),
        })));

        template.All("AWS::SNS::Topic").ShouldBeEmpty();
        template.Only("AWS::SNS::Subscription")["TopicArn"].ShouldBeJson("arn:aws:sns:us-east-1:123456789012:pushes");
    }

    [Fact]
    public void A_thousand_services_fit()
    {
        var template = Built([.. Enumerable.Range(0, 1000).Select(number => new CoveredService("shop", $"service-with-a-long-name-{number:D4}"))]);

        var parameters = template.All("AWS::SSM::Parameter").Select(parameter => (string)parameter["Value"]!).ToList();
        parameters.ShouldAllBe(value => value.Length <= 4096);
        parameters.SelectMany(value => System.Text.Json.JsonSerializer.Deserialize<string[]>(value)!).Distinct().Count().ShouldBe(1000);
        template.Notifier["Environment"]!["Variables"]!.AsObject().ContainsKey("HEADROOM_SERVICES_PATH").ShouldBeTrue();
        template.All("AWS::IAM::Policy").ShouldAllBe(policy => policy.ToJsonString(null).Length < 10_240);
    }

    [Theory]
    [InlineData(5, 20)]
    [InlineData(60, 1)]
    [InlineData(1000, 1)]
    public void Services_of_many_clusters_fit(int clusters, int each)
    {
        var template = Built([.. Enumerable.Range(0, clusters * each).Select(number => new CoveredService($"cluster-with-a-long-name-{number / each:D4}", $"service-with-a-long-name-{number:D4}"))]);

        template.All("AWS::IAM::ManagedPolicy").ShouldBeEmpty("one statement of more than 6,144 characters would be put into one");
        template.All("AWS::IAM::Policy").ShouldAllBe(policy => policy.ToJsonString(null).Length < 10_240);
    }

    [Theory]
    [InlineData(15, 80)]
    [InlineData(6, 255)]
    [InlineData(40, 20)]
    public void Clusters_of_any_names_fit_into_an_event_pattern(int clusters, int length)
    {
        var template = Built([.. Enumerable.Range(0, clusters).Select(number => new CoveredService(new string('c', length - 2) + $"{number:D2}", "checkout"))]);

        template.All("AWS::Events::Rule").Where(rule => rule.ContainsKey("EventPattern")).ShouldAllBe(rule => Deployed(rule["EventPattern"]!).Length <= 2048);
    }

    [Theory]
    [InlineData(5, 2, null)]
    [InlineData(1, 2, null)]
    [InlineData(15, 4, 2)]
    [InlineData(1440, 288, 2)]
    public void A_hold_that_two_sweeps_find_overdue_alarms(int sweepMinutes, int periods, int? breaching)
    {
        var template = Built([Checkout], sweepInterval: Duration.Minutes(sweepMinutes));

        var late = template.All("AWS::CloudWatch::Alarm").Single(alarm => ((string)alarm["AlarmDescription"]!).StartsWith("Scale-in is still paused", StringComparison.Ordinal));
        ((int)late["EvaluationPeriods"]!).ShouldBe(periods);
        ((int?)late["DatapointsToAlarm"]).ShouldBe(breaching);
    }

    [Theory]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:cluster/shop", "checkout")]
    [InlineData("shop", "shop/checkout")]
    [InlineData("shop", "check out")]
    [InlineData("", "checkout")]
    [InlineData("shop", "*")]
    public void What_is_no_name_is_refused_at_synthesis(string cluster, string service) =>
        Should.Throw<ArgumentException>(() => Built([new CoveredService(cluster, service)])).Message.ShouldStartWith($"Services: {cluster}/{service} given");

    [Fact]
    public void Alarms_are_sent_to_the_topic_that_is_given_for_them()
    {
        var template = new Template(Synthesis.Of((stack, code) => _ = new CapacityHold(stack, "Hold", new CapacityHoldProps
        {
            Services = [Checkout],
            NotifierCode = code,
            AlarmTopic = Topic.FromTopicArn(stack, "Pager", "arn:aws:sns:us-east-1:123456789012:pager"),
        })));

        template.All("AWS::CloudWatch::Alarm").ShouldAllBe(alarm => (string)alarm["AlarmActions"]![0]! == "arn:aws:sns:us-east-1:123456789012:pager");
    }

    [Theory]
    [InlineData(0, 5, 360, "Services: 0 given")]
    [InlineData(1001, 5, 360, "Services: 1001 given")]
    [InlineData(1, 361, 360, "DefaultHold: PT6H1M given")]
    [InlineData(1, 0, 360, "DefaultHold: PT0S given")]
    [InlineData(1, 5, 43_201, "LongestHold: P30DT1M given")]
    public void What_could_not_work_is_refused_at_synthesis(int services, int defaultMinutes, int longestMinutes, string refusal) =>
        Should.Throw<ArgumentException>(() => Built(
                [.. Enumerable.Range(0, services).Select(number => new CoveredService("shop", $"service-{number}"))],
                Duration.Minutes(defaultMinutes),
                Duration.Minutes(longestMinutes)))
            .Message.ShouldStartWith(refusal);

    [Fact]
    public void A_service_of_the_same_stack_may_publish_to_the_topic_of_its_own_hold()
    {
        var template = new Template(Synthesis.Of((stack, code) =>
        {
            var definition = new FargateTaskDefinition(stack, "Definition");
            var container = definition.AddContainer("web", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("web") });
            var service = new FargateService(stack, "Checkout", new FargateServiceProps { Cluster = new Cluster(stack, "Shop"), TaskDefinition = definition });
            _ = service.AutoScaleTaskCount(new EnableScalingProps { MinCapacity = 1, MaxCapacity = 5 });
            var hold = new CapacityHold(stack, "Hold", new CapacityHoldProps { Services = [CoveredService.Of(service)], NotifierCode = code });
            container.AddEnvironment("TOPIC", hold.Topic.TopicArn);
            _ = hold.Topic.GrantPublish(definition.TaskRole);
        }));

        var guards = template.LogicalIds("Custom::HeadroomDeletionGuard").ToList();
        guards.ShouldAllBe(guard => template.LogicalIds("AWS::ApplicationAutoScaling::ScalableTarget").All(template.AllThatNeeds(guard).Contains));
        template.LogicalIds().Where(id => template.AllThatNeeds(id).Contains(id)).ShouldBeEmpty("CloudFormation refuses what needs itself");
    }

    [Fact]
    public void A_service_that_is_given_twice_is_refused() =>
        Should.Throw<ArgumentException>(() => Built([Checkout, Checkout])).Message.ShouldStartWith("Services: shop/checkout is given twice.");

    [Fact]
    public void A_service_of_two_holds_in_one_stack_is_refused() =>
        Should.Throw<ArgumentException>(() => Synthesis.Of((stack, code) =>
            {
                _ = new CapacityHold(stack, "First", new CapacityHoldProps { Services = [new("shop", "search"), Checkout], NotifierCode = code });
                _ = new CapacityHold(stack, "Second", new CapacityHoldProps { Services = [Checkout], NotifierCode = code });
            }))
            .Message.ShouldStartWith("Services: shop/checkout is covered by stack/First already.");

    [Theory]
    [InlineData("eu-west-1", "eu-west-1", true)]
    [InlineData("eu-west-1", "eu-central-1", false)]
    [InlineData(null, null, false)]
    public void A_service_of_two_holds_in_two_stacks_is_refused_where_both_go_to_one_Region(string? region, string? other, bool isRefused)
    {
        void Build() => Synthesis.Of((stack, given) =>
        {
            foreach (var (id, where) in new[] { ("one", region), ("two", other) })
            {
                var there = new Stack((App)stack.Node.Root, id, new StackProps { Env = where is null ? null : new Amazon.CDK.Environment { Account = "123456789012", Region = where } });
                var hold = new CapacityHold(there, "Hold", new CapacityHoldProps { Services = [Checkout], NotifierCode = Synthesis.NotifierCode() });
                hold.Services.ShouldBe([Checkout]);
            }
        });

        if (isRefused)
        {
            Should.Throw<ArgumentException>(Build).Message.ShouldContain("is covered by one/Hold already");
        }
        else
        {
            Should.NotThrow(Build);
        }
    }

    /// <summary>A text with the longest ARNs there are.</summary>
    private static string Deployed(System.Text.Json.Nodes.JsonNode node) => System.Text.RegularExpressions.Regex.Replace(
        node.ToJsonString(),
        """\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},":ecs:",\{"Ref":"AWS::Region"\},":",\{"Ref":"AWS::AccountId"\},":service/([^"]*)"\]\]\}""",
        "\"arn:aws-us-gov:ecs:us-gov-west-1:123456789012:service/$1\"");

    private static Template Built(IReadOnlyList<CoveredService> services, Duration? defaultHold = null, Duration? longestHold = null, Duration? sweepInterval = null) =>
        new(Synthesis.Of((stack, code) => _ = new CapacityHold(stack, "Hold", new CapacityHoldProps
        {
            Services = services,
            NotifierCode = code,
            DefaultHold = defaultHold ?? Duration.Minutes(5),
            LongestHold = longestHold ?? Duration.Hours(6),
            SweepInterval = sweepInterval ?? Duration.Minutes(5),
        })));
}
