using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;
using Headroom.Wire.Shapes.Lambda;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Simulation.Running;

/// <summary>Does to Headroom's calls, and to the deliveries of its notifications, what a scenario says.</summary>
internal sealed class CallFaults(Run run, Scenario scenario) : IFaults
{
    private readonly Dictionary<(string? Action, string? Operation, int Number), Harm> _harms = scenario.Faults.OfType<Fault.OfCall>()
        .DistinctBy(fault => (fault.Action, fault.Operation, fault.Number)).ToDictionary(fault => (fault.Action, fault.Operation, fault.Number), fault => fault.Harm);

    private readonly ImmutableArray<Fault.Outage> _outages = [.. scenario.Faults.OfType<Fault.Outage>()];
    private readonly Dictionary<(string? Action, string? Operation), int> _counts = [];
    private readonly Dictionary<string, ImmutableArray<TimeSpan>> _deliveries = new(StringComparer.Ordinal);
    private readonly EventFaults _events = new(run, scenario);
    /// <summary>Effects and deliveries that are still to come.</summary>
    internal int Pending { get; private set; }

    /// <summary>Does something later.</summary>
    internal void Note(TimeSpan after, Action action)
    {
        Pending++;
        run.Agenda.At(run.Now + after, () =>
        {
            Pending--;
            action();
        });
    }

    /// <summary>Says when SNS delivers a message to the function, beyond its usual latency.</summary>
    internal void Deliver(string messageId, ImmutableArray<TimeSpan> after) => _deliveries[messageId] = after;

    public Outcome<Answer> Carry(Step step, ServiceCall call) => call switch
    {
        { Principal: Principal.AssumedRole { SessionName: var session } } when session.StartsWith("EventBridge-", StringComparison.Ordinal) => _events.Deliver(step, call),
        { Principal: Principal.AssumedRole } when IsHeadrooms(call) => Carry(step, call, run.By is Actor.Execution by ? by.Arn : null),
        { Principal: Principal.AwsService { Name: "sns.amazonaws.com" }, Operation: "Invoke" } => Deliver(step, call),
        _ => step.Make(call),
    };

    public TimeSpan ClockAhead(string service) => scenario.Clocks.IsEmpty ? TimeSpan.Zero : scenario.Clocks.GetValueOrDefault(service);

    private static bool IsHeadrooms(ServiceCall call) => call.Service is not ("logs" or "cloudwatch") && !IsLambdasDeadLetter(call);

    // What a function fails at for good, Lambda itself sends to the queue; that fails for a missing permission or an overlong event
    // (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html), not for a throttled moment.
    private static bool IsLambdasDeadLetter(ServiceCall call) => call.Operation == "SendMessage" && call.Request["MessageAttributes"]?["RequestID"] is not null;

    private Outcome<Answer> Carry(Step step, ServiceCall call, string? execution)
    {
        if (Next(run.World.Execution(execution)?.Action, call) is { } harm)
        {
            run.See(new Observation.Faulted(run.Now, execution, CallText.Service(call), $"{call.Operation}: {harm}"));
            return Suffer(step, call, execution, harm);
        }

        return Make(step, call, execution);
    }

    private Harm? Next(string? action, ServiceCall call)
    {
        var at = run.Now - Stage.Start - scenario.Lead;
        var ofAction = action is null ? null : Numbered(action, call.Operation);
        var (ofOperation, ofAny) = (Numbered(null, call.Operation), Numbered(null, null));
        return ofAction
            ?? ofOperation
            ?? ofAny
            ?? _outages.FirstOrDefault(outage => outage.Hits(call, at))?.Harm;
    }

    private Harm? Numbered(string? action, string? operation)
    {
        var number = _counts.GetValueOrDefault((action, operation));
        _counts[(action, operation)] = number + 1;
        return _harms.GetValueOrDefault((action, operation, number));
    }

    private Outcome<Answer> Suffer(Step step, ServiceCall call, string? execution, Harm harm)
    {
        switch (harm)
        {
            case Harm.Refused refused:
                return refused.Refusal;
            case Harm.AnswerLost lost:
                Make(step, call, execution);
                return new Refusal(lost.Code, "The answer was lost");
            // A function takes its own time: its answer is late anyway.
            case Harm.Slow when call.Operation == "Invoke":
                return Make(step, call, execution);
            case Harm.Slow slow:
                return Later(step, call, execution, slow.Effect, slow.Answer);
            case Harm.CallerAborted aborted:
                if (execution is not null)
                {
                    run.Agenda.At(run.Now, () => Abort(execution));
                }

                return Later(step, call, execution, aborted.Effect, null);
            default:
                throw new InvalidOperationException($"No such harm: {harm}");
        }
    }

    private Outcome<Answer> Later(Step step, ServiceCall call, string? execution, TimeSpan effect, TimeSpan? answer)
    {
        var ticket = step.Defer();
        Actor by = execution is null ? new Actor.Cloud() : new Actor.Execution(execution);
        Note(effect, () => run.Apply(by, landing =>
        {
            var outcome = Make(landing, call, execution);
            if (answer is { } after)
            {
                Note(after, () => run.Apply(by, answering => answering.Answer(ticket.Ticket, outcome)));
            }
        }));
        return ticket;
    }

    private Outcome<Answer> Make(Step step, ServiceCall call, string? execution)
    {
        var outcome = Answer(step, call);
        foreach (var service in CallText.Services(call))
        {
            run.See(new Observation.Called(run.Now, execution, call.Operation, service, call, CallText.Answer(outcome)));
        }

        return outcome;
    }

    private Outcome<Answer> Answer(Step step, ServiceCall call) => call.Operation switch
    {
        "PutEvents" => Told(call, step.Make(call)),
        "DescribeExecution" => Stale(call, step.Make(call)),
        _ => step.Make(call),
    };

    private Outcome<Answer> Told(ServiceCall call, Outcome<Answer> outcome)
    {
        foreach (var entry in call.Request["Entries"]!.AsArray())
        {
            run.See(new Observation.Told(run.Now, (string)entry!["DetailType"]!, JsonNode.Parse((string)entry["Detail"]!)!.AsObject()));
        }

        return outcome;
    }

    // DescribeExecution is eventually consistent (https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html).
    private Outcome<Answer> Stale(ServiceCall call, Outcome<Answer> fresh)
    {
        if (fresh is not Outcome<Answer>.Answered { Response.Record: DescribeExecutionResponse answer } || run.World.Execution((string?)call.Request["executionArn"]) is not { } execution)
        {
            return fresh;
        }

        if (run.Now - execution.StartedAt < scenario.Staleness)
        {
            return new Refusal("ExecutionDoesNotExist", $"Execution Does Not Exist: '{execution.Arn}'");
        }

        if (run.Now - execution.EndedAt < scenario.Staleness)
        {
            run.See(new Observation.Faulted(run.Now, execution.Arn, null, "DescribeExecution does not know of its end yet"));
            return new Answer(answer with { Status = "RUNNING" });
        }

        return fresh;
    }

    private Answer Deliver(Step step, ServiceCall call)
    {
        var payload = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)call.Request["Payload"]!));
        var messageId = (string)JsonNode.Parse(payload)!["Records"]![0]!["Sns"]!["MessageId"]!;
        foreach (var after in _deliveries.GetValueOrDefault(messageId, [TimeSpan.Zero]))
        {
            Note(after, () => run.Apply(new Actor.Cloud(), delivery => delivery.Make(call with { Request = call.Request.DeepClone().AsObject() })));
        }

        return new(new InvokeResponse { StatusCode = 202 });
    }

    private void Abort(string execution) => run.Call(
        new Actor.Person(),
        new(Stage.Administrator, StepFunctionsService.Name, "StopExecution", new() { ["executionArn"] = execution, ["cause"] = "aborted" }),
        _ => { });
}
