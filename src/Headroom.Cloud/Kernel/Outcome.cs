namespace Headroom.Cloud.Kernel;

/// <summary>What AWS would refuse: a value on its way to the wire, never an exception.</summary>
/// <param name="Code">The error's code as the service declares it, e.g. <c>ValidationException</c>.</param>
/// <param name="Message">The service's own words.</param>
/// <param name="Members">Further members of the error shape (DynamoDB's <c>Item</c>, …), in the shape's JSON form.</param>
public sealed record Refusal(string Code, string Message, System.Text.Json.Nodes.JsonObject? Members = null);

/// <summary>How an operation ended: answered, refused, or answered later.</summary>
/// <typeparam name="T">The response record.</typeparam>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>The operation succeeded; its changes are part of the step.</summary>
    public sealed record Answered(T Response) : Outcome<T>;

    /// <summary>The operation was refused; whatever it had changed is undone.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    /// <summary>The answer comes later: see <see cref="Step.Defer"/> and <see cref="Step.Answer"/>.</summary>
    public sealed record Deferred(string Ticket) : Outcome<T>;

    /// <summary>An operation returns its response as it is.</summary>
    public static implicit operator Outcome<T>(T response) => new Answered(response);

    /// <summary>An operation returns a refusal as it is.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);

    /// <summary>An operation returns a ticket as it is.</summary>
    public static implicit operator Outcome<T>(DeferredAnswer deferred) => new Deferred(deferred.Ticket);

    /// <summary>The same end with the response put into another form.</summary>
    public Outcome<TOther> Select<TOther>(Func<T, TOther> form) => this switch
    {
        Answered answered => new Outcome<TOther>.Answered(form(answered.Response)),
        Refused refused => new Outcome<TOther>.Refused(refused.Refusal),
        Deferred deferred => new Outcome<TOther>.Deferred(deferred.Ticket),
        _ => throw new InvalidOperationException($"An outcome of an unknown kind: {GetType().Name}"),
    };

    /// <summary>What comes next, where the operation was answered; a refusal stays one.</summary>
    public Outcome<TOther> Then<TOther>(Func<T, Outcome<TOther>> next) => this switch
    {
        Answered answered => next(answered.Response),
        Refused refused => new Outcome<TOther>.Refused(refused.Refusal),
        _ => throw new InvalidOperationException("What is answered later has nothing to go on with now."),
    };
}

/// <summary>A promise to answer later, made by <see cref="Step.Defer"/>.</summary>
public sealed record DeferredAnswer(string Ticket);
