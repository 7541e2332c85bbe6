using Headroom.Cloud.Services.ApplicationAutoScaling.Policies;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>
/// What the policies of a target with Min 2 and Max 8 come to. The bounds:
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html; cooldowns:
/// https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html.
/// </summary>
public sealed class ScalingDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("out to 6", 4, "6")]
    [InlineData("out to 20", 4, "8")]
    [InlineData("out to 6", 8, "AlreadyAtMaxCapacity")]
    [InlineData("out to 6", 9, "AlreadyAtMaxCapacity")]
    [InlineData("out to 6", 1, "2")]
    [InlineData("out to 4", 4, "AlreadyAtDesiredCapacity")]
    [InlineData("in to 3", 4, "3")]
    [InlineData("in to 1", 3, "2")]
    [InlineData("in to 1", 2, "AlreadyAtMinCapacity")]
    [InlineData("in to 1", 1, "AlreadyAtMinCapacity")]
    [InlineData("in to 5", 10, "8")]
    [InlineData("in to 4", 4, "AlreadyAtDesiredCapacity")]
    [InlineData("in to 3, in to 5", 6, "5")]
    [InlineData("in to 3, out to 7", 6, "7")]
    [InlineData("", 4, "nothing")]
    public void Bounds_and_several_policies(string proposals, int desired, string expected) =>
        Decide(proposals, desired, new()).ShouldBe(expected);

    [Theory]
    [InlineData("in to 3", true, false, "nothing")]
    [InlineData("in to 3", false, true, "3")]
    [InlineData("out to 6", false, true, "nothing")]
    [InlineData("out to 6", true, false, "6")]
    [InlineData("in to 3, out to 6", false, true, "nothing")]
    public void Each_flag_stops_its_own_direction(string proposals, bool scaleIn, bool scaleOut, string expected) =>
        Decide(proposals, 4, new() { DynamicScalingInSuspended = scaleIn, DynamicScalingOutSuspended = scaleOut }).ShouldBe(expected);

    [Fact]
    public void During_the_cooldown_of_a_scale_out_only_a_larger_one_acts()
    {
        var memory = new ScalingMemory { ScaleOut = new(2, 5, Now.AddMinutes(3)) };

        Decide("out to 5", 4, new(), memory).ShouldBe("wait 12:03");
        Decide("out to 7", 5, new(), memory).ShouldBe("7");
    }

    [Fact]
    public void A_scale_in_waits_for_its_cooldown_and_a_scale_out_does_not()
    {
        var memory = new ScalingMemory { NoScaleInBefore = Now.AddMinutes(4) };

        Decide("in to 3", 4, new(), memory).ShouldBe("wait 12:04");
        Decide("out to 6", 4, new(), memory).ShouldBe("6");
    }

    [Fact]
    public void A_scale_out_computed_from_few_running_tasks_may_set_less_than_somebody_set_by_hand() =>
        Decide("out to 3", 6, new(), running: 1).ShouldBe("3");

    [Fact]
    public void A_deployment_keeps_from_scaling_in_and_not_from_scaling_out()
    {
        Decide("in to 3", 4, new(), deploying: true).ShouldBe("nothing");
        Decide("out to 6", 4, new(), deploying: true).ShouldBe("6");
    }

    private static string Decide(string proposals, int desired, SuspendedState suspended, ScalingMemory? memory = null, int? running = null, bool deploying = false)
    {
        var target = new ScalableTarget
        {
            ServiceNamespace = "ecs",
            ResourceId = "service/shop/web",
            ScalableDimension = "ecs:service:DesiredCount",
            MinCapacity = 2,
            MaxCapacity = 8,
            RoleARN = "role",
            CreationTime = Now,
            SuspendedState = suspended,
        };
        var asked = proposals.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split(' '))
            .Select(words => new Proposal("cause", int.Parse(words[2]), words[0] == "out", Proposal.DefaultCooldown)).ToList();
        return ScalingDecision.Make(target, desired, running ?? desired, deploying, asked, trackersAgreeOnIn: true, memory ?? new(), Now) switch
        {
            ScalingDecision.Scale scale => scale.Capacity.ToString(),
            ScalingDecision.NotScaled not => not.Reason.Code,
            ScalingDecision.Wait wait => $"wait {wait.Until:HH:mm}",
            _ => "nothing",
        };
    }
}
