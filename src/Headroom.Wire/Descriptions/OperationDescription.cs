namespace Headroom.Wire.Descriptions;

/// <summary>One operation of a service.</summary>
public sealed class OperationDescription
{
    /// <summary>Its name: <c>UpdateService</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method: <c>POST</c> but for the REST protocols.</summary>
    public required string Method { get; init; }

    /// <summary>The path with its labels, and constants of the query: <c>/{Bucket}/{Key+}?uploads</c>; <c>/</c> but for the REST protocols.</summary>
    public required string Uri { get; init; }

    /// <summary>The HTTP status of success.</summary>
    public required int Status { get; init; }

    /// <summary>The request's shape; null where a request has no members.</summary>
    public required StructureShape? Input { get; init; }

    /// <summary>The answer's shape; null where an answer has no members.</summary>
    public required StructureShape? Output { get; init; }

    /// <summary>The XML element around a Query answer: <c>PublishResult</c>.</summary>
    public required string ResultWrapper { get; init; }

    /// <summary>The errors that the operation declares.</summary>
    public required IReadOnlyList<StructureShape> Errors { get; init; }

    /// <summary>The declared error with this name or code; null for one that is common to all operations, as <c>AccessDeniedException</c>.</summary>
    public StructureShape? ErrorNamed(string code) =>
        Errors.FirstOrDefault(error => error.Name == code) ?? Errors.FirstOrDefault(error => error.Error!.Code == code);
}
