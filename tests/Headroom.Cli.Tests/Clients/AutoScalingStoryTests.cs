namespace Headroom.Cli.Tests.Clients;

/// <summary>Capacity that moves by load, alarms, policies and schedules, through nothing but the AWS CLI and <c>headroom traffic</c>.</summary>
public sealed class AutoScalingStoryTests
{
    private static readonly string Words = $$"""
        headroom() { dotnet "{{Path.Combine(AppContext.BaseDirectory, "headroom.dll")}}" "$@"; }
        target=(--service-namespace ecs --resource-id service/ecs-scaling-example/service_1 --scalable-dimension ecs:service:DesiredCount)
        scaling() { local operation=$1; shift; aws application-autoscaling "$operation" "${target[@]}" "$@"; }
        suspend() { scaling register-scalable-target --suspended-state "$1" > /dev/null; }
        desired() { aws ecs describe-services --cluster ecs-scaling-example --services service_1 | jq '.services[0].desiredCount'; }
        bounds() { aws application-autoscaling describe-scalable-targets --service-namespace ecs | jq -r '.ScalableTargets[0] | "\(.MinCapacity)-\(.MaxCapacity)"'; }
        in_alarm() { aws cloudwatch describe-alarms --alarm-name-prefix TargetTracking --state-value ALARM | jq -r '.MetricAlarms[].AlarmName'; }
        activities() { scaling describe-scaling-activities "$@" | jq -r '.ScalingActivities[] | [.StatusCode, .Description, .Cause, .StatusMessage, .NotScaledReasons[0].Code] | map(. // "") | join("|")'; }
        # Whatever was just made tells the cloud's time, in seconds.
        now() {
          aws cloudwatch put-metric-alarm --alarm-name clock --namespace Clock --metric-name Ticks --statistic Sum --period 60 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanThreshold
          date -d "$(aws cloudwatch describe-alarms --alarm-names clock | jq -r '.MetricAlarms[0].AlarmConfigurationUpdatedTimestamp | if type == "number" then "@\(.)" else . end')" +%s
        }
        until_is() {
          local what=$1 wanted=$2 seen; shift 2
          for look in $(seq 60); do seen=$("$@"); [[ $seen != $wanted ]] || { echo "$what"; return; }; done
          echo "$what: $seen instead of $wanted"; exit 1
        }
        """;

    [Fact]
    public async Task Load_alarms_and_suspension_move_the_desired_count_as_on_AWS()
    {
        Programs.Require("aws", "jq", "bash", "dotnet");
        await using var stack = await RunningStack.StartAsync(speed: 120);

        var lines = await LinesAsync(stack, """
            headroom traffic --rps 30 > /dev/null
            until_is "the high alarm is in ALARM" '*AlarmHigh*' in_alarm
            until_is "scaled out" 5 desired
            suspend DynamicScalingInSuspended=true
            headroom traffic --rps 0 > /dev/null
            until_is "the low alarm is in ALARM" '*AlarmLow*' in_alarm
            later=$(($(now) + 600)); while [ $(now) -lt $later ]; do :; done
            echo "suspended, ten minutes later: $(desired)"
            suspend DynamicScalingInSuspended=false
            until_is "resumed, it scales in" '[1-4]' desired
            until_is "down to the minimum" 1 desired
            until_is "told" '*AlreadyAtMinCapacity*' activities --include-not-scaled-activities
            activities
            echo "with those that did not scale:"
            activities --include-not-scaled-activities
            """);

        lines[..7].ShouldBe(
        [
            "the high alarm is in ALARM", "scaled out", "the low alarm is in ALARM", "suspended, ten minutes later: 5", "resumed, it scales in", "down to the minimum", "told",
        ]);
        var scaled = lines[7..Array.IndexOf(lines, "with those that did not scale:")];
        scaled.Select(line => line.Split('|')[1]).Take(4).ShouldBe(Enumerable.Range(1, 4).Select(count => $"Setting desired count to {count}."), "newest first, task by task");
        scaled[0].ShouldMatch(@"^(Successful\|.*Change successfully fulfilled by ecs|InProgress\|.*Waiting for change to be fulfilled by ecs)\.\|$");
        scaled[..4].ShouldAllBe(line => line.Contains("monitor alarm TargetTracking-service/ecs-scaling-example/service_1-AlarmLow-"));
        scaled[4..].ShouldAllBe(line => line.Contains("-AlarmHigh-") && line.Contains(" in state ALARM triggered policy infraWebService"));
        scaled[1..].ShouldAllBe(line => line.StartsWith("Successful|") || line.StartsWith("Overridden|"));
        var reasons = lines[(8 + scaled.Length)..].Except(scaled).ToList();
        reasons.ShouldAllBe(line => line.StartsWith("Failed|Attempting to scale due to alarm triggered|monitor alarm TargetTracking-"));
        reasons.Select(line => line.Split('|')[^1]).ShouldContain("AlreadyAtMaxCapacity");
    }

    [Fact]
    public async Task A_scheduled_action_moves_Min_and_Max_at_its_minute_in_its_time_zone_and_is_lost_while_suspended()
    {
        Programs.Require("aws", "jq", "bash");
        await using var stack = await RunningStack.StartAsync(speed: 60);

        var lines = await LinesAsync(stack, """
            soon=$((($(now) / 60 + 20) * 60))
            scaling put-scheduled-action --scheduled-action-name morning --timezone Asia/Kolkata --schedule "at($(TZ=Asia/Kolkata date -d @$soon +%Y-%m-%dT%H:%M:%S))" --scalable-target-action MinCapacity=3,MaxCapacity=4
            echo "before its minute: $(bounds)"
            until_is "Min and Max were set" 3-4 bounds
            until_is "into the bounds" 3 desired
            started=$(scaling describe-scaling-activities | jq -r '.ScalingActivities[] | select(.Cause == "scheduled action name morning was triggered").StartTime | if type == "number" then "@\(.)" else . end')
            echo "late by $(($(date -d "$started" +%s) - soon)) s"
            suspend ScheduledScalingSuspended=true
            soon=$((($(now) / 60 + 10) * 60))
            scaling put-scheduled-action --scheduled-action-name evening --timezone America/New_York --schedule "at($(TZ=America/New_York date -d @$soon +%Y-%m-%dT%H:%M:%S))" --scalable-target-action MinCapacity=1,MaxCapacity=5
            while [ $(now) -lt $((soon + 60)) ]; do :; done
            suspend ScheduledScalingSuspended=false
            later=$(($(now) + 180)); while [ $(now) -lt $later ]; do :; done
            echo "lost: $(bounds)"
            activities
            """);

        lines[..5].ShouldBe(["before its minute: 1-5", "Min and Max were set", "into the bounds", "late by 0 s", "lost: 3-4"]);
        lines[5..].ShouldContain("Successful|Setting min capacity to 3 and max capacity to 4|scheduled action name morning was triggered|Successfully set min capacity to 3 and max capacity to 4|");
        lines[5..].ShouldContain("Successful|Setting desired count to 3.|minimum capacity was set to 3|Successfully set desired count to 3. Change successfully fulfilled by ecs.|");
        lines[5..].ShouldAllBe(line => !line.Contains("evening"));
    }

    private static async Task<string[]> LinesAsync(RunningStack stack, string script) =>
        (await Bash.RunAsync($"{AwsCli.Environment(stack)}\n{Words}\n{script}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
