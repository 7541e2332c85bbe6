using System.Text.RegularExpressions;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>What CloudWatch refuses in queries, wherever they are given.</summary>
internal static partial class QueryRules
{
    /// <param name="parameter">Which parameter holds them: <c>MetricDataQueries</c> or <c>Metrics</c>.</param>
    /// <param name="queries">The queries.</param>
    internal static Refusal? Refuse(string parameter, IReadOnlyList<MetricDataQuery> queries) =>
        queries.Select((query, index) => Refuse($"{parameter}.member.{index + 1}", query)).FirstOrDefault(refusal => refusal is not null)
        ?? (queries.DistinctBy(query => query.Id).Count() < queries.Count ? Invalid($"The values for parameter id in {parameter} are not unique.") : null);

    /// <summary>A period is 1, 5, 10, 20 or 30 seconds, or whole minutes.</summary>
    internal static bool IsPeriod(int period) => period is 1 or 5 or 10 or 20 or 30 || period % 60 == 0;

    internal static Refusal Invalid(string message) => new("ValidationError", message);

    private static Refusal? Refuse(string member, MetricDataQuery query) => query switch
    {
        _ when !Id().IsMatch(query.Id) => Invalid($"The value {query.Id} for parameter {member}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."),
        { Expression: not null, MetricStat: not null } =>
            Invalid("The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both."),
        { Expression: null, MetricStat: null } => Invalid($"The parameter {member} must have either an Expression or a MetricStat."),
        { Expression: { } expression } when expression.TrimStart().StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase) =>
            Invalid("The embedded cloud answers no Metrics Insights queries."),
        { MetricStat: { } stat } when !Statistics.IsKnown(stat.Stat) => Invalid($"The value {stat.Stat} for parameter {member}.MetricStat.Stat is not supported."),
        { MetricStat: { } stat } when !IsPeriod(stat.Period) => Period(stat.Period, $"{member}.MetricStat.Period"),
        { Period: { } period } when !IsPeriod(period) => Period(period, $"{member}.Period"),
        _ => null,
    };

    private static Refusal Period(int period, string member) => Invalid($"The value {period} for parameter {member} is invalid: it is 1, 5, 10, 20, 30 or a multiple of 60.");

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Id();
}
