using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Store;
using Headroom.Cloud.Tests.CloudFormation;
using Headroom.Cloud.Tests.Lambda;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Tests;

/// <summary>A cloud without gateway and threads, whose time the test moves by hand.</summary>
internal sealed class TestCloud
{
    private static readonly CloudSettings TestSettings = new("123456789012", "us-east-1", "http://127.0.0.1:4566");
    private readonly CloudKernel _kernel;

    public TestCloud(IStorage? storage = null, ulong seed = 1, IReadOnlyList<ServiceRoom>? rooms = null, DateTimeOffset? now = null)
    {
        Now = now ?? Now;
        _kernel = new(TestSettings, new(storage ?? new MemoryStorage()), rooms ?? Rooms.With(Functions), new PolicyAuthorizer(), new(seed), Log);
        Functions.Run = order =>
        {
            this.Agree(order);
            return new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");
        };
        ((IFunctionHost)Functions).Listen(news => Apply(step => LambdaService.Tell(Functions, step, news)));
        _kernel.Start(Now);
    }

    /// <summary>When somebody next wishes to be woken, or null.</summary>
    public DateTimeOffset? NextDue => _kernel.NextDue;

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public EventLog Log { get; } = new();

    /// <summary>The Lambda functions' behaviour.</summary>
    public ScriptedFunctions Functions { get; } = new();

    public CloudSettings Settings => _kernel.Settings;

    public Principal Caller { get; set; } = new Principal.Administrator("123456789012", "test");

    /// <summary>The answer of an operation that must succeed.</summary>
    public JsonObject Call(string service, string operation, JsonObject request) => Try(service, operation, request) switch
    {
        Outcome<JsonObject>.Answered answered => answered.Response,
        Outcome<JsonObject>.Refused refused => throw new InvalidOperationException($"{operation}: {refused.Refusal.Code}: {refused.Refusal.Message}"),
        var other => throw new InvalidOperationException($"{operation} was not answered yet: {other}"),
    };

    /// <summary>The answer of an operation that must succeed, as records.</summary>
    public TResponse Call<TRequest, TResponse>(string service, string operation, TRequest request) =>
        WireJson.FromJson<TResponse>(Call(service, operation, WireJson.ToJson(request)));

    /// <summary>The refusal of an operation that must not succeed.</summary>
    public Refusal Refused(string service, string operation, JsonObject request) =>
        Try(service, operation, request) is Outcome<JsonObject>.Refused refused
            ? refused.Refusal
            : throw new InvalidOperationException($"{operation} was not refused");

    /// <summary>Whatever the operation says at once.</summary>
    public Outcome<JsonObject> Try(string service, string operation, JsonObject request)
    {
        Outcome<JsonObject> outcome = new Outcome<JsonObject>.Deferred("none");
        _kernel.Call(Now, new(Caller, "request"), service, operation, request, answer => outcome = answer);
        return outcome;
    }

    /// <summary>An operation that answers later: the box is filled when it does.</summary>
    public Box Begin(string service, string operation, JsonObject request)
    {
        var box = new Box();
        Begin(service, operation, request, answer => box.Answer = answer);
        return box;
    }

    /// <summary>An operation that says when it is answered.</summary>
    public void Begin(string service, string operation, JsonObject request, Action<Outcome<JsonObject>> answered) =>
        _kernel.Call(Now, new(Caller, "request"), service, operation, request, answered);

    /// <summary>A step with news from outside.</summary>
    public void Apply(Action<Step> change) => _kernel.Apply(Now, change);

    /// <summary>Lets time pass, waking whoever is due on the way, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var end = Now + by;
        while (_kernel.NextDue <= end)
        {
            WakeNext();
        }

        Now = end;
    }

    /// <summary>Moves time to the next wake and lets it happen; false where nobody wishes to be woken.</summary>
    public bool WakeNext()
    {
        Now = _kernel.NextDue > Now ? _kernel.NextDue.Value : Now;
        return _kernel.WakeNext(Now);
    }

    internal sealed class Box
    {
        public Outcome<JsonObject>? Answer { get; set; }
    }
}
