namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>What a call says at once.</summary>
internal abstract record TaskReply
{
    private TaskReply()
    {
    }

    /// <summary>It is answered.</summary>
    internal sealed record Now(TaskAnswer Answer) : TaskReply;

    /// <summary>The answer comes later.</summary>
    internal sealed record Later(string Ticket) : TaskReply;
}
