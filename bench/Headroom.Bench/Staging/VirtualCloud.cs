using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.CloudFormation.CustomResources;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Store;
using Headroom.Simulation.Running;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Bench.Staging;

/// <summary>The embedded cloud on a virtual clock and one thread: the same seed and the same calls give the same run.</summary>
internal sealed class VirtualCloud : IFaults, IDisposable
{
    internal static readonly CloudSettings Settings = new("123456789012", "us-east-1", "http://127.0.0.1:4566");
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Principal Administrator = new Principal.Administrator(Settings.AccountId, "person");
    private readonly CloudKernel _kernel;
    private readonly Dictionary<string, IReadOnlyList<TimeSpan>> _deliveries = new(StringComparer.Ordinal);

    /// <summary>An empty cloud.</summary>
    /// <param name="seed">Of every id and latency.</param>
    /// <param name="storage">Sees what is committed; null where nobody looks.</param>
    internal VirtualCloud(ulong seed, IStorage? storage = null)
    {
        Chance = new(seed ^ 0xBE7C4);
        Functions = new(this);
        _kernel = new(Settings, new RecordStore(storage ?? new MemoryStorage()), Rooms.With(Functions), new PolicyAuthorizer(), new(seed), new EventLog(capacity: 1)) { Faults = this };
        _kernel.Start(Now);
    }

    internal DateTimeOffset Now { get; private set; } = Start;

    internal Agenda Agenda { get; } = new();

    /// <summary>The latencies of what is not part of the cloud's own rooms.</summary>
    internal SeededSource Chance { get; }

    internal VirtualFunctions Functions { get; }

    /// <summary>What goes wrong with a call: it is refused, or its answer is lost; null lets it through.</summary>
    internal Func<ServiceCall, Harm?> Harm { get; set; } = _ => null;

    /// <summary>How long after a message is published SNS hands it to its functions, beyond its usual latency; once for each delivery.</summary>
    internal IReadOnlyList<TimeSpan> Deliveries { get; set; } = [TimeSpan.Zero];

    /// <summary>Until when a wake must wait; null where it need not. Asked each time that it is due.</summary>
    internal Func<Step, Wake, DateTimeOffset?> Delay { get; set; } = (_, _) => null;

    /// <summary>Hears of every call that reached its operation, or was refused on its way.</summary>
    internal Action<CallMade> Hear { get; set; } = _ => { };

    /// <summary>A call as the account's administrator, waited for.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    internal JsonObject Call(string service, string operation, JsonObject request) => Try(service, operation, request) is var outcome && outcome is Outcome<JsonObject>.Answered { Response: var response }
        ? response
        : throw new InvalidOperationException($"{operation}: {outcome}");

    /// <summary>A call as the account's administrator, waited for, that may be refused.</summary>
    internal Outcome<JsonObject> Try(string service, string operation, JsonObject request)
    {
        Outcome<JsonObject>? answer = null;
        CallAs(Administrator, service, operation, request, outcome => answer = outcome);
        while (answer is null)
        {
            Next();
        }

        return answer;
    }

    /// <summary>Says of one message what <see cref="Deliveries"/> says of all.</summary>
    internal void Deliver(string messageId, IReadOnlyList<TimeSpan> after) => _deliveries[messageId] = after;

    internal void CallAs(Principal principal, string service, string operation, JsonObject request, Action<Outcome<JsonObject>> answered) =>
        _kernel.Call(Now, new(principal, "bench"), service, operation, request, answered);

    /// <summary>Puts a custom resource's answer to the URL that CloudFormation gave.</summary>
    internal Task PutAsync(Uri url, byte[] body)
    {
        Call("s3", "PutObject", WireJson.ToJson(ResponseBucket.Put(url.ToString(), body)));
        return Task.CompletedTask;
    }

    internal void Apply(Action<Step> change) => _kernel.Apply(Now, change);

    /// <summary>Lets time pass.</summary>
    internal void Pass(TimeSpan time)
    {
        var end = Now + time;
        while (NextDue is { } due && due <= end)
        {
            Next();
        }

        Now = end;
    }

    public Outcome<Answer> Carry(Step step, ServiceCall call)
    {
        if (call is { Principal: Principal.AwsService { Name: "sns.amazonaws.com" }, Operation: "Invoke" } && Delays(call) is var delays and not [{ Ticks: 0 }])
        {
            return Deliver(call, delays);
        }

        switch (Harm(call))
        {
            case Harm.Refused refused:
                Hear(new(Now, call, refused.Refusal, null));
                return refused.Refusal;
            case Harm.AnswerLost lost:
                Measured(step, call);
                return new Refusal(lost.Code, "The answer was lost");
            case null:
                return Measured(step, call);
            case var other:
                throw new NotSupportedException($"The virtual cloud knows no call that {other}.");
        }
    }

    public TimeSpan ClockAhead(string service) => TimeSpan.Zero;

    public void Dispose() => Functions.Dispose();

    private DateTimeOffset? NextDue => (Agenda.NextDue, _kernel.NextDue) switch
    {
        (null, var wake) => wake,
        (var noted, null) => noted,
        ({ } noted, { } wake) => noted <= wake ? noted : wake,
    };

    private void Next()
    {
        var due = NextDue ?? throw new InvalidOperationException("The cloud has nothing more to do.");
        Now = due > Now ? due : Now;
        if (Agenda.NextDue <= Now && (_kernel.NextDue is not { } wake || Agenda.NextDue <= wake))
        {
            Agenda.DoNext();
            return;
        }

        if (!IsDelayed(_kernel.NextWake!))
        {
            _kernel.WakeNext(Now);
        }
    }

    private bool IsDelayed(Wake wake)
    {
        DateTimeOffset? until = null;
        Apply(step =>
        {
            until = Delay(step, wake);
            if (until is { } later)
            {
                step.WakeAt(wake.Service, wake.Key, later);
            }
        });
        return until is not null;
    }

    private IReadOnlyList<TimeSpan> Delays(ServiceCall call)
    {
        var payload = Encoding.UTF8.GetString(Convert.FromBase64String((string)call.Request["Payload"]!));
        return _deliveries.GetValueOrDefault((string)JsonNode.Parse(payload)!["Records"]![0]!["Sns"]!["MessageId"]!, Deliveries);
    }

    private Answer Deliver(ServiceCall call, IReadOnlyList<TimeSpan> delays)
    {
        foreach (var after in delays)
        {
            Agenda.At(Now + after, () => Apply(delivery => Measured(delivery, call with { Request = call.Request.DeepClone().AsObject() })));
        }

        return new(new InvokeResponse { StatusCode = 202 });
    }

    private Outcome<Answer> Measured(Step step, ServiceCall call) => ConsumedCapacity.Measured(step, call, (outcome, units) => Hear(new(Now, call, outcome, units)));
}

/// <summary>A call that was made.</summary>
/// <param name="At">When it had its effect, or was refused.</param>
/// <param name="Call">The call.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Units">DynamoDB's capacity units; null for other services.</param>
internal sealed record CallMade(DateTimeOffset At, ServiceCall Call, Outcome<Answer> Outcome, double? Units)
{
    /// <summary>The refusal's code; empty where it was answered.</summary>
    internal string Refused => Outcome is Outcome<Answer>.Refused { Refusal.Code: var code } ? code : "";
}
