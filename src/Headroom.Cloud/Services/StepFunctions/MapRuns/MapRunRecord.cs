namespace Headroom.Cloud.Services.StepFunctions.MapRuns;

/// <summary>One run of a distributed Map.</summary>
internal sealed record MapRunRecord
{
    public const string Running = "RUNNING";

    public required string Arn { get; init; }

    public required string ExecutionArn { get; init; }

    /// <summary>The interpreter's number of it.</summary>
    public required long Id { get; init; }

    public required string StateName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required int MaxConcurrency { get; init; }

    public required long ToleratedFailureCount { get; init; }

    public required double ToleratedFailurePercentage { get; init; }

    /// <summary>How many children it starts in all; 0 while its items are read.</summary>
    public int Children { get; init; }

    /// <summary>How many items are in them.</summary>
    public int Items { get; init; }

    /// <summary><c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c> or <c>ABORTED</c>.</summary>
    public string Status { get; init; } = Running;

    public DateTimeOffset? StoppedAt { get; init; }

    public bool ResultsWritten { get; init; }
}

/// <summary>A child execution of a map run.</summary>
internal sealed record MapRunChild(string ExecutionArn);
