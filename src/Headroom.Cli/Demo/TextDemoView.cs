using System.Globalization;
using Headroom.Cli.Assemblies;
using Headroom.Cloud;

namespace Headroom.Cli.Demo;

/// <summary>For a person: a line for everything that changes, and the four steps at the end.</summary>
internal sealed class TextDemoView(TextWriter output) : IDemoView
{
    public void Started(CloudSettings settings, double speed) =>
        Line($"An AWS of its own on {settings.Endpoint}, {speed:0.#} times as fast as the wall clock. Deploying the example stack …");

    public void Deploying(string line)
    {
        if (line.Contains(" AWS::CloudFormation::Stack", StringComparison.Ordinal))
        {
            Line($"  {line}");
        }
    }

    public void Deployed(DateTimeOffset at, DeployedStack stack) => Line($"Deployed {stack.Name}: {stack.Status}.");

    public void Published(DateTimeOffset at, string message, Observation before)
    {
        Line($"Published \"{message}\". Times are the cloud's, since the notification.");
        Line("");
        Line($"{"time",9}  {"scale-in",-9}  {"desired",7}  {"running",7}  state machine");
        Row(TimeSpan.Zero, before);
    }

    public void Changed(DateTimeOffset published, Observation seen) => Row(seen.At - published, seen);

    public void Reached(Milestones before, Milestones after)
    {
    }

    public void Ended(DateTimeOffset at, Milestones milestones, IReadOnlyList<string> path, Pushes pushes, TimeSpan wall)
    {
        Line("");
        Line($"Path: {string.Join(" → ", path)}");
        Line("");
        Step("1  scale-in paused", milestones.Published, milestones.ScaleInPaused, "after the notification");
        Step("2  desired count at the maximum", milestones.Published, milestones.DesiredAtMax, "after the notification");
        Step("   all of them running", milestones.Published, milestones.RunningAtMax, "after the notification");
        Step("3  held", milestones.ScaleInPaused ?? milestones.Published, milestones.ScaleInPaused is null ? null : milestones.ScaleInResumed, "from pause to resume");
        Step("4  scale-in resumed", milestones.Published, milestones.ScaleInResumed, "after the notification");
        Line("");
        Line($"The push that followed, to {Push.Audience:N0} people: {pushes.WithHold.Requests:N0} requests, {pushes.WithHold.Dropped:N0} dropped.");
        Line($"The same push in a second cloud without the hold: {pushes.WithoutHold.Dropped:N0} dropped.");
        Line("");
        Line(milestones.Complete
            ? $"All four steps were seen through the API. {Seconds(wall)} on the wall clock."
            : $"Not all four steps were seen. {Seconds(wall)} on the wall clock.");
    }

    private void Row(TimeSpan since, Observation seen) => Line(
        $"{"+" + Seconds(since),9}  {(seen.Target.ScaleInSuspended ? "suspended" : "active"),-9}  {seen.Target.DesiredCount,7}  {seen.Target.RunningCount,7}  {seen.State ?? "–"}");

    private void Step(string name, DateTimeOffset start, DateTimeOffset? reached, string what) =>
        Line($"  {name,-32} {(reached is { } at ? $"{Seconds(at - start)} {what}" : "NOT SEEN")}");

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");

    private void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }
}
