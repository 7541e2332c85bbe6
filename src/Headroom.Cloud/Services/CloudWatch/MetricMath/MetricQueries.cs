using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>The queries of one request, or of one alarm: metrics that are read, and expressions that are computed from one another.</summary>
internal sealed class MetricQueries
{
    private const int DefaultPeriod = 60;

    private readonly IReadOnlyList<MetricDataQuery> _queries;
    private readonly Func<MetricDataQuery, TimeSeries> _read;
    private readonly Dictionary<string, MathValue?> _values = new(StringComparer.Ordinal);
    private readonly MathEvaluator _evaluator;

    /// <summary>Nothing is read or computed yet.</summary>
    /// <param name="queries">The queries; their ids differ.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="read">Reads a metric over this range.</param>
    internal MetricQueries(IReadOnlyList<MetricDataQuery> queries, DateTimeOffset from, DateTimeOffset to, Func<MetricDataQuery, IEnumerable<Sample>> read)
    {
        _queries = queries;
        _read = query => new(LabelOf(query), query.MetricStat!.Period, [.. read(query)]) { MetricQuery = query.Id };
        _evaluator = new(new(from, to, PeriodOf(queries)), id => queries.FirstOrDefault(query => query.Id == id) is { } query ? Of(query) : null, Metrics);
    }

    /// <summary>The period of what the queries compute, in seconds: the shortest of their metrics'.</summary>
    internal static int PeriodOf(IReadOnlyList<MetricDataQuery> queries) =>
        queries.Select(query => query.MetricStat?.Period).Min() ?? queries.Select(query => query.Period).Min() ?? DefaultPeriod;

    /// <summary>What a query is called where it says nothing.</summary>
    internal static string LabelOf(MetricDataQuery query) => query.Label ?? query.MetricStat?.Metric.MetricName ?? query.Id;

    /// <summary>The value of a query.</summary>
    /// <exception cref="MathFault">Its expression, or one that it uses, cannot be computed.</exception>
    internal MathValue Of(MetricDataQuery query)
    {
        if (!_values.TryGetValue(query.Id, out var value))
        {
            // What is asked for again before it is known, needs itself.
            _values[query.Id] = null;
            _values[query.Id] = value = query.Expression is { } expression ? Compute(query, expression) : new MathValue.Series(_read(query));
        }

        return value ?? throw new MathFault($"Circular reference to '{query.Id}'");
    }

    private MathValue Compute(MetricDataQuery query, string expression)
    {
        try
        {
            return _evaluator.Evaluate(MathParser.Parse(expression));
        }
        catch (MathFault fault) when (!fault.Message.StartsWith("Error in expression", StringComparison.Ordinal))
        {
            throw new MathFault($"Error in expression '{query.Id}': {fault.Message}");
        }
    }

    private IEnumerable<TimeSeries> Metrics() => _queries.Where(query => query.MetricStat is not null).SelectMany(query => Of(query).AllSeries);
}
