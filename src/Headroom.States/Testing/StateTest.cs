using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>Where the test of a state stands.</summary>
public abstract record StateTest
{
    private StateTest()
    {
    }

    /// <summary>The request is refused.</summary>
    /// <param name="Code"><c>ValidationException</c> or <c>InvalidDefinition</c>.</param>
    /// <param name="Message">Why.</param>
    public sealed record Refused(string Code, string Message) : StateTest;

    /// <summary>The state calls something: make the call and go on with <see cref="StateTester.Finish"/>.</summary>
    public sealed record Calling : StateTest
    {
        internal Calling(Command.ScheduleTask task, TestedState tested, TaskState state) => (Task, Tested, State) = (task, tested, state);

        /// <summary>The call.</summary>
        public Command.ScheduleTask Task { get; }

        internal TestedState Tested { get; }

        internal TaskState State { get; }
    }

    /// <summary>The state is done.</summary>
    /// <param name="Status"><c>SUCCEEDED</c>, <c>FAILED</c>, <c>RETRIABLE</c> or <c>CAUGHT_ERROR</c>.</param>
    /// <param name="Output">The state's output, where it has one.</param>
    /// <param name="Error">The error, where there was one.</param>
    /// <param name="Cause">Its cause.</param>
    /// <param name="NextState">The state to go on to.</param>
    /// <param name="InspectionData">The API's inspectionData; null at level INFO.</param>
    public sealed record Done(
        string Status, JsonValue? Output, string? Error, string? Cause, string? NextState, JsonObject? InspectionData) : StateTest;
}
