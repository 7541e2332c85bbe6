using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.MapRuns;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.Cloud.Services.StepFunctions.Testing;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>A state machine as it is now.</summary>
internal sealed record StateMachine
{
    public required string Arn { get; init; }

    public required string Name { get; init; }

    /// <summary><c>STANDARD</c> or <c>EXPRESS</c>.</summary>
    public required string Type { get; init; }

    public required StateMachineRevision Revision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public EncryptionConfiguration? Encryption { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of the version published last; numbers are never used again.</summary>
    public int LastVersion { get; init; }

    /// <summary>Grows with each revision; part of the definition's key.</summary>
    public int RevisionNumber { get; init; }
}

/// <summary>What an execution runs by: it keeps the revision it was started with.</summary>
internal sealed record StateMachineRevision
{
    /// <summary>Null for the one that the machine was created with.</summary>
    public string? Id { get; init; }

    /// <summary>Key of the text in <see cref="StepFunctionsState.Definitions"/>.</summary>
    public required string DefinitionKey { get; init; }

    public required string RoleArn { get; init; }

    public required DateTimeOffset At { get; init; }

    public LoggingConfiguration? Logging { get; init; }

    public TracingConfiguration? Tracing { get; init; }
}

/// <summary>A published version: a revision that never changes.</summary>
internal sealed record StateMachineVersion(
    string Arn, string StateMachineArn, int Number, StateMachineRevision Revision, string? Description, DateTimeOffset CreatedAt);

/// <summary>An alias: a name for one version, or two by weight.</summary>
internal sealed record StateMachineAlias(
    string Arn,
    string StateMachineArn,
    string Name,
    string? Description,
    IReadOnlyList<RoutingConfigurationListItem> Routing,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>The text of a definition.</summary>
internal sealed record DefinitionText(string Text);

/// <summary>An activity: work that is done outside.</summary>
internal sealed record ActivityRecord(string Arn, string Name, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string> Tags);

/// <summary>The room's tables.</summary>
internal static class StepFunctionsState
{
    /// <summary>By ARN.</summary>
    internal static readonly TableName<StateMachine> StateMachines = new("stepfunctions/state-machines");

    /// <summary>By machine's ARN and revision.</summary>
    internal static readonly TableName<DefinitionText> Definitions = new("stepfunctions/definitions");

    /// <summary>By ARN.</summary>
    internal static readonly TableName<StateMachineVersion> Versions = new("stepfunctions/versions");

    /// <summary>By ARN.</summary>
    internal static readonly TableName<StateMachineAlias> Aliases = new("stepfunctions/aliases");

    /// <summary>By ARN.</summary>
    internal static readonly TableName<Execution> Executions = new("stepfunctions/executions");

    /// <summary>What happened to executions, by ARN and number.</summary>
    internal static readonly TableName<IncomingEvent> Events = new("stepfunctions/events");

    /// <summary>Where running executions stand, by ARN: the fold over their events, made again after a restart.</summary>
    internal static readonly TableName<RunningExecution> Running = new("stepfunctions/running") { Kept = false };

    /// <summary>Tasks under way, by execution's ARN and task.</summary>
    internal static readonly TableName<PendingTask> Tasks = new("stepfunctions/tasks");

    /// <summary>Tasks that somebody outside reports, by token.</summary>
    internal static readonly TableName<TokenTask> Tokens = new("stepfunctions/tokens");

    /// <summary>Tasks that wait for the end of an execution or ECS task (<c>.sync</c>), by its ARN.</summary>
    internal static readonly TableName<TaskKey> Watched = new("stepfunctions/watched");

    /// <summary>By ARN.</summary>
    internal static readonly TableName<ActivityRecord> Activities = new("stepfunctions/activities");

    /// <summary>Tasks that wait for a worker, by activity's ARN and order.</summary>
    internal static readonly TableName<ActivityTask> ActivityTasks = new("stepfunctions/activity-tasks");

    /// <summary>Workers that wait for a task, by activity's ARN and order. They do not outlive the process, as their connections do not.</summary>
    internal static readonly TableName<WaitingWorker> Workers = new("stepfunctions/workers") { Kept = false };

    /// <summary>Tests of states that wait for their call's answer, by the promise of TestState.</summary>
    internal static readonly TableName<StateTestUnderWay> Tests = new("stepfunctions/tests") { Kept = false };

    /// <summary>Executions that ended and whose history was asked for last, by ARN.</summary>
    internal static readonly TableName<RunningExecution> Replayed = new("stepfunctions/replayed") { Kept = false };

    /// <summary>By execution's ARN and the interpreter's number.</summary>
    internal static readonly TableName<MapRunRecord> MapRuns = new("stepfunctions/map-runs");

    /// <summary>The ARNs of a map run's children, by the run's key and the child's place.</summary>
    internal static readonly TableName<MapRunChild> MapRunChildren = new("stepfunctions/map-run-children");
}
