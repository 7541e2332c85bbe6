using System.Text.Json.Nodes;

namespace Headroom.Cloud.Kernel;

/// <summary>Who waits for which deferred answer. Waiting clients do not survive a restart, and neither does this.</summary>
internal sealed class Tickets(Func<string, Services.ServiceRoom> room)
{
    private readonly Dictionary<string, Action<Step, Outcome<Answer>>> _waiting = new(StringComparer.Ordinal);

    internal void Await(string ticket, string service, string key) =>
        _waiting[ticket] = (step, answer) =>
        {
            using (step.ByClockOf(service))
            {
                room(service).Answered?.Invoke(step, key, answer);
            }
        };

    internal void Await(string ticket, Action<Outcome<JsonObject>> answered) =>
        _waiting[ticket] = (step, answer) => step.AfterCommit(() => answered(answer.Select(given => given.ToJson())));

    internal void Answer(Step step, string ticket, Outcome<Answer> answer)
    {
        if (_waiting.Remove(ticket, out var waiter))
        {
            waiter(step, answer);
        }
    }
}
