using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Store;

namespace Headroom.Cloud.Kernel;

/// <summary>
/// Applies every change of the cloud, one step after the other, on whichever single thread drives it. Knows no clock: the
/// driver says what time it is.
/// </summary>
public sealed class CloudKernel
{
    private static readonly Caller Nobody = new(new Principal.AwsService("kernel", null), "kernel");
    private long _sequence;
    private DateTimeOffset _last;

    /// <summary>A kernel over a store and the rooms; a store that has been used before goes on with its own ids.</summary>
    public CloudKernel(CloudSettings settings, RecordStore store, IReadOnlyList<ServiceRoom> rooms, IAuthorizer authorizer, SeededSource ids, EventLog log)
    {
        Settings = settings;
        Store = store;
        Ids = KernelMemory.Of(store) is { } memory ? new(memory.Ids) : ids;
        Log = log;
        Dispatcher = new(rooms, authorizer);
        Tickets = new(Dispatcher.Room);
        Wakes = new(store);
    }

    /// <summary>Account, Region and endpoint.</summary>
    public CloudSettings Settings { get; }

    /// <summary>The event log.</summary>
    public EventLog Log { get; }

    /// <summary>When the next wake is due, or null.</summary>
    public DateTimeOffset? NextDue => NextWake?.DueAt;

    /// <summary>The wake that <see cref="WakeNext"/> is about to take, or null.</summary>
    public Wake? NextWake => Wakes.Next;

    /// <summary>What goes wrong on the way of calls; null where nothing does.</summary>
    public IFaults? Faults { get; init; }

    /// <summary>Until when nobody wants to wait for time to pass, or null; it may have passed.</summary>
    internal DateTimeOffset? FastForwardTo { get; private set; }

    internal RecordStore Store { get; }

    internal SeededSource Ids { get; }

    internal Dispatcher Dispatcher { get; }

    internal Tickets Tickets { get; }

    internal Wakes Wakes { get; }

    /// <summary>Lets every room take up what was under way when the cloud last stopped.</summary>
    public void Start(DateTimeOffset now)
    {
        foreach (var room in Dispatcher.Rooms)
        {
            Apply(now, Nobody, step => room.Started?.Invoke(step));
        }
    }

    /// <summary>One step with an operation that somebody outside calls; <paramref name="answered"/> is called once, after the step (or a later one) is durable.</summary>
    public void Call(DateTimeOffset now, Caller caller, string service, string operation, JsonObject request, Action<Outcome<JsonObject>> answered) =>
        Apply(now, caller, step =>
        {
            var outcome = step.Ask(caller.Principal, service, operation, request);
            if (outcome is Outcome<Answer>.Deferred deferred)
            {
                Tickets.Await(deferred.Ticket, answered);
            }
            else
            {
                step.AfterCommit(() => answered(outcome.Select(answer => answer.ToJson())));
            }
        });

    /// <summary>Has the driver pass over the time until then in which nothing happens.</summary>
    internal void FastForward(DateTimeOffset to) => FastForwardTo = to > FastForwardTo ? to : FastForwardTo ?? to;

    /// <summary>One step with news from outside: a process ended, somebody looks.</summary>
    public void Apply(DateTimeOffset now, Action<Step> change) => Apply(now, Nobody, change);

    /// <summary>
    /// Wakes whoever is due by now, one, in a step of its own; false where nobody is. The step's time is when the wake was due, however
    /// late the driver comes, so that a slow machine does not lengthen what the cloud models; only steps that were taken already are not overtaken.
    /// </summary>
    public bool WakeNext(DateTimeOffset now)
    {
        if (Wakes.TakeDue(now) is not { } wake)
        {
            return false;
        }

        try
        {
            Apply(wake.DueAt, Nobody, step => Wake(step, wake));
        }
        catch
        {
            Wakes.Restore(wake);
            throw;
        }

        return true;
    }

    private void Wake(Step step, Wake wake)
    {
        using (step.ByClockOf(wake.Service))
        {
            Dispatcher.Room(wake.Service).Woken?.Invoke(step, wake.Key);
        }
    }

    private void Apply(DateTimeOffset at, Caller caller, Action<Step> change)
    {
        _last = at > _last ? at : _last;
        var step = new Step(this, _last, caller);
        try
        {
            change(step);
            step.LetRoomsHear();
        }
        catch
        {
            Store.Journal.UndoTo(0);
            throw;
        }

        Commit(_last);
        foreach (var happened in step.Events)
        {
            Log.Append(happened with { Sequence = ++_sequence });
        }

        foreach (var effect in step.Effects)
        {
            effect();
        }
    }

    private void Commit(DateTimeOffset now)
    {
        if (Store.Journal.Mark > 0)
        {
            KernelMemory.Put(Store, new(now, Ids.State, Settings.Region));
        }

        Store.Commit();
    }
}
