namespace Headroom.Tools.ApiDescriptions;

/// <summary>
/// Reads <c>operations.txt</c>: lines of a service and some of its operations (<c>*</c>: all of them), <c>#</c> begins a comment.
/// </summary>
public static class OperationList
{
    /// <summary>Stands for every operation that the service's model has.</summary>
    public const string Everything = "*";

    /// <summary>The operations of each service, in the order of their names.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Parse(string text)
    {
        var services = new SortedDictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => !line.StartsWith('#')))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words is [var service, .. var operations])
            {
                var known = services.GetValueOrDefault(service) ?? new HashSet<string>(StringComparer.Ordinal);
                services[service] = new SortedSet<string>(known.Concat(operations), StringComparer.Ordinal);
            }
        }

        return services;
    }
}
