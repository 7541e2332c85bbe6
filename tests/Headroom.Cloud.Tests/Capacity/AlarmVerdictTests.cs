using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>
/// The tables of https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html: N = 3, the newest point last;
/// 0 does not breach, X breaches, - is missing. "stays" is: the state stays as it is.
/// </summary>
public sealed class AlarmVerdictTests
{
    [Theory]
    [InlineData(3, "0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - - 0", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - - -", "INSUFFICIENT_DATA", "stays", "ALARM", "OK")]
    [InlineData(3, "0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "- - X - -", "ALARM", "stays", "ALARM", "OK")]
    [InlineData(3, "- - - - X", "stays", "stays", "ALARM", "OK")]
    [InlineData(3, "- - - X -", "stays", "stays", "ALARM", "OK")]
    [InlineData(2, "0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - X -", "ALARM", "stays", "ALARM", "OK")]
    public void Missing_data_are_treated_as_documented(int needed, string points, string missing, string ignore, string breaching, string notBreaching)
    {
        string Verdict(string treatment) => AlarmVerdict.Of(Alarm(needed, treatment), Range(points)) ?? "stays";

        (Verdict("missing"), Verdict("ignore"), Verdict("breaching"), Verdict("notBreaching")).ShouldBe((missing, ignore, breaching, notBreaching));
    }

    private static MetricAlarm Alarm(int needed, string treatment) => new()
    {
        EvaluationPeriods = 3,
        DatapointsToAlarm = needed,
        Threshold = 1,
        ComparisonOperator = "GreaterThanThreshold",
        TreatMissingData = treatment,
    };

    private static bool?[] Range(string points) => [.. points.Split(' ').Select(point => point switch { "0" => false, "X" => true, _ => (bool?)null })];
}
