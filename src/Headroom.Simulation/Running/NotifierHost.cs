using System.Text;
using System.Text.Json;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Services.CloudFormation.CustomResources;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Deletion;
using Headroom.Notifications.Delivery;
using Headroom.Schedules.Missed;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Simulation.Running;

/// <summary>Runs the code of the Notifier, of the calendar and of the deletion guard inside the simulation, as if each of their environments were a process.</summary>
internal sealed class NotifierHost(Run run, Scenario scenario) : IFunctionHost
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);
    private static readonly Actor Cloud = new Actor.Cloud();
    private readonly Dictionary<string, NotifierEnvironment> _environments = new(StringComparer.Ordinal);
    private int _invocations;
    private int _reckonings;

    private TimeSpan Ahead => run.Calls.ClockAhead(LambdaService.Name);

    public void Listen(Action<FunctionNews> hear) => throw new NotSupportedException("The simulation hears its functions' news itself.");

    public void Start(EnvironmentOrder order)
    {
        Principal? role = null;
        run.Apply(Cloud, step => role = Credentials.Find(step, order.Variables["AWS_ACCESS_KEY_ID"])!.Principal);
        _environments.Add(order.EnvironmentId, new(role!, order.Handler switch
        {
            "calendar" => Reckon,
            "deletion" => Guards(DeletionSettings.Read(order.Variables.GetValueOrDefault)),
            _ => Notifies(NotifierSettings.Read(order.Variables.GetValueOrDefault)),
        }));
        run.Agenda.At(run.Now + TimeSpan.FromMilliseconds(60 + run.Chance.NextInt(100)), () => Tell(new FunctionNews.Ready(order.EnvironmentId)));
    }

    public void Invoke(InvocationOrder order)
    {
        var environment = _environments[order.EnvironmentId];
        environment.Handle(order, environment);
    }

    public void Stop(string environmentId)
    {
        if (_environments.Remove(environmentId, out var environment))
        {
            environment.IsGone = true;
        }
    }

    private Action<InvocationOrder, NotifierEnvironment> Notifies(NotifierSettings settings) => (order, environment) =>
    {
        var invocation = _invocations++;
        var calls = new NotifierCalls(run, environment, call => Fault(invocation, call), () => Exit(order.EnvironmentId));
        var handler = new NotificationHandler(settings, calls, Time(), run.Chance.NextDouble, _ => { });
        _ = AnswerAsync(order, payload => handler.HandleAsync(payload, run.Now + Ahead + order.TimeLeft));
    };

    private Action<InvocationOrder, NotifierEnvironment> Guards(DeletionSettings settings) => (order, environment) =>
    {
        var calls = new NotifierCalls(run, environment, _ => null, () => Exit(order.EnvironmentId));
        var guard = new DeletionGuard(settings, calls, (url, answer) => PutAsync(environment, url, answer), Time(), run.Chance.NextDouble);
        _ = AnswerAsync(order, payload => guard.HandleAsync(payload, run.Now + Ahead + order.TimeLeft));
    };

    private AgendaTime Time() => new(run.Agenda, () => run.Now, Ahead);

    private Task PutAsync(NotifierEnvironment environment, Uri url, byte[] answer)
    {
        var put = new TaskCompletionSource();
        run.Agenda.At(run.Now + Latency, () =>
        {
            if (!environment.IsGone)
            {
                run.Apply(Cloud, step => step.CallAs<PutObjectRequest, PutObjectResponse>(Stage.Administrator, "s3", "PutObject", ResponseBucket.Put($"{url}", answer)));
                put.SetResult();
            }
        });
        return put.Task;
    }

    private void Reckon(InvocationOrder order, NotifierEnvironment environment)
    {
        var number = _reckonings++;
        if (scenario.Faults.OfType<Fault.OfCalendar>().FirstOrDefault(fault => fault.Number == number) is not { } fault)
        {
            _ = AnswerAsync(order, payload => Task.FromResult(MissedActions.Answer(payload)));
            return;
        }

        run.See(new Observation.Faulted(run.Now, null, null, $"{fault}"));
        if (fault.Hangs)
        {
            environment.IsGone = true;
        }
        else
        {
            Exit(order.EnvironmentId);
        }
    }

    /// <summary>What goes wrong in the Notifier's process at this call of this invocation, if anything.</summary>
    private Fault.OfFunction? Fault(int invocation, int call) =>
        scenario.Faults.OfType<Fault.OfFunction>().FirstOrDefault(fault => fault.Number == invocation && fault.Call == call);

    private void Exit(string environmentId) => Tell(new FunctionNews.Exited(environmentId, "Runtime.ExitError", "Runtime exited with error: exit status 139"));

    private async Task AnswerAsync(InvocationOrder order, Func<ReadOnlyMemory<byte>, Task<byte[]>> handle)
    {
        FunctionNews news;
        try
        {
            var answer = await handle(Encoding.UTF8.GetBytes(order.Payload));
            news = new FunctionNews.Answered(order.EnvironmentId, order.RequestId, Encoding.UTF8.GetString(answer));
        }
#pragma warning disable CA1031 // whatever a function throws, its runtime reports
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var error = JsonSerializer.Serialize(new { errorMessage = fault.Message, errorType = fault.GetType().Name });
            news = new FunctionNews.Failed(order.EnvironmentId, order.RequestId, fault.GetType().Name, error);
        }

        Tell(news);
    }

    private void Tell(FunctionNews news)
    {
        if (_environments.TryGetValue(news.EnvironmentId, out var environment) && !environment.IsGone)
        {
            environment.IsGone = news is FunctionNews.Exited;
            run.Apply(Cloud, step => LambdaService.Tell(this, step, news));
        }
    }
}

/// <summary>One environment of a function.</summary>
internal sealed class NotifierEnvironment(Principal role, Action<InvocationOrder, NotifierEnvironment> handle)
{
    internal Principal Role { get; } = role;

    /// <summary>Handles an invocation.</summary>
    internal Action<InvocationOrder, NotifierEnvironment> Handle { get; } = handle;

    /// <summary>Its process has ended: nothing of it goes on.</summary>
    internal bool IsGone { get; set; }
}
