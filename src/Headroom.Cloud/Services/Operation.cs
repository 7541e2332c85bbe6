using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services;

/// <summary>One line of a room's table: an operation's name, the method that performs it, and what IAM checks first.</summary>
public abstract class Operation(string name)
{
    /// <summary>The API's name, e.g. <c>UpdateService</c>.</summary>
    public string Name { get; } = name;

    /// <summary>IAM's action where it is not <c>service:Name</c>, e.g. <c>lambda:InvokeFunction</c>; the part after the colon may be all that differs.</summary>
    public string? Action { get; init; }

    /// <summary>Performs the operation on a request in JSON form, once <paramref name="deny"/> has not refused the (resource, resource policies) it names.</summary>
    internal abstract Outcome<Answer> Run(Step step, JsonObject request, Func<string, IReadOnlyList<string>, Refusal?> deny);

    /// <summary>The method itself, for callers inside the cloud that speak these records; null where it takes others.</summary>
    internal abstract Func<Step, TRequest, Outcome<TResponse>>? Method<TRequest, TResponse>();

    /// <summary>An operation on typed records.</summary>
    /// <param name="name">The API's name.</param>
    /// <param name="method">Performs it.</param>
    /// <param name="resource">ARN that IAM checks; <c>*</c> where the action takes no resource or none is given here.</param>
    /// <param name="policies">JSON policy documents attached to the resource itself.</param>
    /// <param name="action">IAM's action where it is not <c>service:Name</c>.</param>
    public static Operation Of<TRequest, TResponse>(
        string name,
        Func<Step, TRequest, Outcome<TResponse>> method,
        Func<Step, TRequest, string>? resource = null,
        Func<Step, TRequest, IReadOnlyList<string>>? policies = null,
        string? action = null) =>
        new Typed<TRequest, TResponse>(name, method, resource, policies) { Action = action };

    private sealed class Typed<TRequest, TResponse>(
        string name,
        Func<Step, TRequest, Outcome<TResponse>> method,
        Func<Step, TRequest, string>? resource,
        Func<Step, TRequest, IReadOnlyList<string>>? policies) : Operation(name)
    {
        internal override Func<Step, TAsked, Outcome<TAnswered>>? Method<TAsked, TAnswered>() => method as Func<Step, TAsked, Outcome<TAnswered>>;

        internal override Outcome<Answer> Run(Step step, JsonObject request, Func<string, IReadOnlyList<string>, Refusal?> deny)
        {
            var typed = WireJson.FromJson<TRequest>(request);
            return deny(resource?.Invoke(step, typed) ?? "*", policies?.Invoke(step, typed) ?? []) is { } refusal
                ? refusal
                : method(step, typed).Select(response => new Answer(response!));
        }
    }
}
