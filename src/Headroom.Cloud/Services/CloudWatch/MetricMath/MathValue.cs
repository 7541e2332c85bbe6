namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>What an expression gives: in AWS's words S, TS or TS[].</summary>
internal abstract record MathValue
{
    private MathValue()
    {
    }

    /// <summary>S: one number; not a number where it was divided by zero.</summary>
    internal sealed record Scalar(double Value) : MathValue;

    /// <summary>TS: a time series.</summary>
    internal sealed record Series(TimeSeries Value) : MathValue;

    /// <summary>TS[]: an array of time series.</summary>
    internal sealed record Array(IReadOnlyList<TimeSeries> Items) : MathValue;

    /// <summary>The kind, as errors name it.</summary>
    internal string Kind => this switch
    {
        Scalar => "Scalar",
        Series => "TimeSeries",
        _ => "Array[TimeSeries]",
    };

    /// <summary>The one series or all of the array; none for a scalar.</summary>
    internal IReadOnlyList<TimeSeries> AllSeries => this switch
    {
        Series series => [series.Value],
        Array array => array.Items,
        _ => [],
    };
}
