using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Store;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Kernel;

/// <summary>
/// One indivisible change of the cloud, at one instant: an operation that a client called, a wake, or news from outside.
/// Everything a room does, it does through this. A step is applied whole and made durable before anyone sees any of it.
/// </summary>
public sealed class Step
{
    private readonly CloudKernel _kernel;
    private readonly List<Action> _effects = [];
    private readonly List<CloudEvent> _events = [];
    private readonly DateTimeOffset _time;
    private TimeSpan _ahead;
    private int _heard;

    internal Step(CloudKernel kernel, DateTimeOffset now, Caller caller)
    {
        _kernel = kernel;
        _time = now;
        Caller = caller;
    }

    /// <summary>Cloud time; it does not move within a step. Where clocks differ (<see cref="IFaults.ClockAhead"/>), what the running room's clock shows.</summary>
    public DateTimeOffset Now => _time + _ahead;

    /// <summary>Who called the operation that is running (the innermost one).</summary>
    public Caller Caller { get; private set; }

    /// <summary>Account, Region and endpoint.</summary>
    public CloudSettings Settings => _kernel.Settings;

    /// <summary>The one source of ids and chance.</summary>
    public SeededSource Ids => _kernel.Ids;

    /// <summary>The table of this name.</summary>
    public Table<T> Table<T>(TableName<T> name)
        where T : class => _kernel.Store.Table(name);

    /// <summary>Asks to be woken (<see cref="ServiceRoom.Woken"/>) at <paramref name="at"/>; one wake per (service, key), the last wish counts.</summary>
    public void WakeAt(string service, string key, DateTimeOffset at) => _kernel.Wakes.Ask(service, key, at - _ahead);

    /// <summary>Takes back a wish to be woken.</summary>
    public void CancelWake(string service, string key) => _kernel.Wakes.Cancel(service, key);

    /// <summary>When this wake is due, or null.</summary>
    public DateTimeOffset? WakeOf(string service, string key) => _kernel.Wakes.Find(service, key)?.DueAt + _ahead;

    /// <summary>Says that something happened: every room's <see cref="ServiceRoom.Heard"/> is told within this step, the log once it is durable.</summary>
    /// <param name="service">The room it happened in.</param>
    /// <param name="type">AWS's detail-type, or a short name.</param>
    /// <param name="resources">ARNs or ids.</param>
    /// <param name="detail">The particulars.</param>
    /// <param name="source">EventBridge source (<c>aws.ecs</c>) where AWS puts the event on the default bus.</param>
    public void Emit(string service, string type, IReadOnlyList<string> resources, JsonObject detail, string? source = null) =>
        _events.Add(new(0, Now, service, type, resources, detail, source));

    /// <summary>Something to be done outside the cloud (start a process, answer a client) once the step is durable. It must not block.</summary>
    public void AfterCommit(Action effect) => _effects.Add(effect);

    /// <summary>Passes over the time until then in which nothing happens, from when the step is durable.</summary>
    internal void FastForward(DateTimeOffset to) => AfterCommit(() => _kernel.FastForward(to));

    /// <summary>Promises to answer the running operation later.</summary>
    public DeferredAnswer Defer() => new(Ids.NextUuid());

    /// <summary>Keeps a promise: whoever waits for the ticket gets the answer. Without anyone waiting (any more) nothing happens.</summary>
    public void Answer(string ticket, Outcome<Answer> answer) => _kernel.Tickets.Answer(this, ticket, answer);

    /// <summary>Has the room's <see cref="ServiceRoom.Answered"/> called with <paramref name="key"/> once the ticket is answered.</summary>
    public void AnswerTo(string ticket, string service, string key) => _kernel.Tickets.Await(ticket, service, key);

    /// <summary>Calls an operation of a room, as the running operation's caller, within this step. A refused call leaves nothing behind.</summary>
    public Outcome<JsonObject> Call(string service, string operation, JsonObject request) => CallAs(Caller.Principal, service, operation, request);

    /// <summary>Calls an operation as somebody else: a role that a service has assumed, a service itself.</summary>
    public Outcome<JsonObject> CallAs(Principal principal, string service, string operation, JsonObject request) =>
        Ask(principal, service, operation, request).Select(answer => answer.ToJson());

    /// <summary><see cref="CallAs(Principal, string, string, JsonObject)"/> for those who want the answer as the record that it is.</summary>
    public Outcome<Answer> Ask(Principal principal, string service, string operation, JsonObject request)
    {
        var call = new ServiceCall(principal, service, operation, request);
        return _kernel.Faults is { } faults ? faults.Carry(this, call) : Make(call);
    }

    /// <summary>Makes a call that nothing happens to on its way.</summary>
    public Outcome<Answer> Make(ServiceCall call) =>
        Attempt(
            call.Principal,
            () =>
            {
                using (ByClockOf(call.Service))
                {
                    return _kernel.Dispatcher.Dispatch(this, call.Service, call.Operation, call.Request);
                }
            },
            outcome => outcome is Outcome<Answer>.Refused);

    /// <summary>Goes by a room's clock until what it gives is disposed of.</summary>
    internal RoomClock ByClockOf(string service)
    {
        var clock = new RoomClock(this, _ahead);
        _ahead = _kernel.Faults?.ClockAhead(service) ?? TimeSpan.Zero;
        return clock;
    }

    /// <summary>Does something as somebody; what it changed, emitted and promised to do is undone where it failed.</summary>
    internal T Attempt<T>(Principal principal, Func<T> act, Func<T, bool> failed)
    {
        var (outer, mark, effects, events) = (Caller, _kernel.Store.Journal.Mark, _effects.Count, _events.Count);
        Caller = new(principal, Ids.NextUuid());
        try
        {
            var outcome = act();
            if (failed(outcome))
            {
                _kernel.Store.Journal.UndoTo(mark);
                _effects.RemoveRange(effects, _effects.Count - effects);
                _events.RemoveRange(events, _events.Count - events);
            }

            return outcome;
        }
        finally
        {
            Caller = outer;
        }
    }

    /// <summary>The CloudFormation resource type of this name, of whichever room; null where none makes it.</summary>
    internal ResourceType? ResourceType(string name) => _kernel.Dispatcher.ResourceType(name);

    /// <summary><see cref="Call"/> with records.</summary>
    public Outcome<TResponse> Call<TRequest, TResponse>(string service, string operation, TRequest request) =>
        CallAs<TRequest, TResponse>(Caller.Principal, service, operation, request);

    /// <summary>
    /// <see cref="CallAs(Principal, string, string, JsonObject)"/> with records. A service-linked role, which may do what it calls and says it
    /// well-formed, is spared the way through JSON: auto scaling alone makes thousands of calls an hour.
    /// </summary>
    public Outcome<TResponse> CallAs<TRequest, TResponse>(Principal principal, string service, string operation, TRequest request) =>
        principal is Principal.ServiceLinkedRole && _kernel.Dispatcher.Method<TRequest, TResponse>(service, operation) is { } method
            ? Attempt(principal, () => Make(service, method, request), outcome => outcome is Outcome<TResponse>.Refused)
            : Ask(principal, service, operation, WireJson.ToJson(request)).Select(answer => (TResponse)answer.Record);

    /// <summary>Lets every room hear what was emitted, also what hearing it emits.</summary>
    internal void LetRoomsHear()
    {
        for (; _heard < _events.Count; _heard++)
        {
            foreach (var room in _kernel.Dispatcher.Rooms)
            {
                if (room.Heard is { } heard)
                {
                    using (ByClockOf(room.Name))
                    {
                        heard(this, _events[_heard]);
                    }
                }
            }
        }
    }

    internal IReadOnlyList<CloudEvent> Events => _events;

    internal IReadOnlyList<Action> Effects => _effects;

    private Outcome<TResponse> Make<TRequest, TResponse>(string service, Func<Step, TRequest, Outcome<TResponse>> method, TRequest request)
    {
        using (ByClockOf(service))
        {
            return method(this, request);
        }
    }

    /// <summary>Brings back the clock that went before it.</summary>
    internal readonly ref struct RoomClock(Step step, TimeSpan outer) : IDisposable
    {
        public void Dispose() => step._ahead = outer;
    }
}
