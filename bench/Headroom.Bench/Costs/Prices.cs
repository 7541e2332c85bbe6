namespace Headroom.Bench.Costs;

/// <summary>List prices in US dollars, us-east-1, without free tiers; the pages were read in 2026.</summary>
internal static class Prices
{
    /// <summary>A state transition of a standard state machine, retries included (https://aws.amazon.com/step-functions/pricing).</summary>
    internal const decimal StateTransition = 0.025m / 1_000;

    /// <summary>A write unit on demand: an item of up to 1 KB (https://aws.amazon.com/dynamodb/pricing/on-demand).</summary>
    internal const decimal TableWrite = 0.625m / 1_000_000;

    /// <summary>A read unit on demand: up to 4 KB, consistently (https://aws.amazon.com/dynamodb/pricing/on-demand).</summary>
    internal const decimal TableRead = 0.125m / 1_000_000;

    /// <summary>An event of one's own; AWS's events and schedules on rules are free (https://aws.amazon.com/eventbridge/pricing).</summary>
    internal const decimal CustomEvent = 1.00m / 1_000_000;

    /// <summary>A message published; handing it to Lambda is free (https://aws.amazon.com/sns/pricing).</summary>
    internal const decimal Publish = 0.50m / 1_000_000;

    /// <summary>An invocation (https://aws.amazon.com/lambda/pricing).</summary>
    internal const decimal Invocation = 0.20m / 1_000_000;

    /// <summary>A function's memory for a second, x86 (https://aws.amazon.com/lambda/pricing).</summary>
    internal const decimal GigabyteSecond = 0.0000166667m;

    /// <summary>An alarm on one metric for a month (https://aws.amazon.com/cloudwatch/pricing).</summary>
    internal const decimal AlarmMonth = 0.10m;
}
