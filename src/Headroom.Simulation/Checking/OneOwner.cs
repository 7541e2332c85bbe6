using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I5: two live executions never both act on a target as its owner. A call of a dead owner may land while nobody has touched the target
/// since; afterwards it would undo somebody's work.
/// </summary>
internal static class OneOwner
{
    internal static Violation? Check(World world, Observation seen)
    {
        if (seen is not Observation.Called { Operation: "RegisterScalableTarget" or "UpdateService", Execution: { } arn, Service: { } service }
            || world.Execution(arn) is not { } caller)
        {
            return null;
        }

        return world.Target(service).Hold switch
        {
            null => new("I5", seen.At, $"{caller.Name} changes {service}, which nobody holds"),
            { Owner: var owner } when owner == arn => null,
            { Owner: var owner } when caller.IsAlive => new("I5", seen.At, $"{caller.Name} changes {service}, whose owner is {Actor.Execution.Short(owner)}"),
            { Owner: var owner } when world.Execution(owner) is { TouchedAt: { } at } =>
                new("I5", seen.At, $"a late call of {caller.Name} changes {service} after its owner {Actor.Execution.Short(owner)} looked at it at {at:HH:mm:ss.fff}"),
            _ => null,
        };
    }
}
