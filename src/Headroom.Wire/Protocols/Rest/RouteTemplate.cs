using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>
/// An operation's path with labels (<c>/{Bucket}/{Key+}?uploads</c>;
/// <see href="https://smithy.io/2.0/spec/http-bindings.html#http-trait"/>): <c>{X}</c> is one segment, <c>{X+}</c> all the rest.
/// </summary>
internal sealed class RouteTemplate
{
    private readonly string[] segments;
    private readonly IReadOnlyList<KeyValuePair<string, string>> constants;
    private readonly OperationDescription operation;

    public RouteTemplate(OperationDescription operation)
    {
        this.operation = operation;
        var (path, query) = operation.Uri.Split('?') is [var before, var after] ? (before, after) : (operation.Uri, "");
        segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        constants = Form.Parse(query);
    }

    /// <summary>How much of a request this template fixes: where several match, the one that fixes most is meant.</summary>
    public int Weight => segments.Count(segment => segment[0] != '{') + segments.Length + (2 * (constants.Count + RequiredQuery.Count())) + RequiredHeaders.Count();

    private IEnumerable<string> RequiredQuery => QueryMembers.Where(member => member.Required).Select(member => member.WireName);

    // CopyObject is PutObject with x-amz-copy-source.
    private IEnumerable<string> RequiredHeaders =>
        (operation.Input?.Members ?? []).Where(member => member is { Required: true, Location: MemberLocation.Header }).Select(member => member.WireName);

    private IEnumerable<Member> QueryMembers =>
        (operation.Input?.Members ?? []).Where(member => member.Location == MemberLocation.QueryString);

    /// <summary>The labels' texts, decoded; null where the request is not this operation's.</summary>
    public IReadOnlyDictionary<string, string>? Match(WireRequest request)
    {
        var query = Form.Parse(request.RawQuery);
        return request.Method == operation.Method && Fits(query) && RequiredHeaders.All(name => request.Headers[name] is not null) ? Labels(request.Path) : null;
    }

    /// <summary>The path and query with labels filled in, percent-encoded.</summary>
    public (string Path, string Query) Fill(Func<string, string> label)
    {
        var path = segments.Select(segment => segment switch
        {
            ['{', .. var name, '+', '}'] => string.Join('/', label(name).Split('/').Select(Uri.EscapeDataString)),
            ['{', .. var name, '}'] => Uri.EscapeDataString(label(name)),
            _ => segment,
        });
        return ("/" + string.Join('/', path), Form.Write(constants));
    }

    // A name without a value is a subresource (?acl): one that this operation does not know makes it another operation.
    private bool Fits(IReadOnlyList<KeyValuePair<string, string>> query) =>
        constants.All(constant => query.Value(constant.Key) == constant.Value)
        && RequiredQuery.All(name => query.Value(name) is not null)
        && query.Where(pair => pair.Value.Length == 0).All(pair =>
            constants.Value(pair.Key) is not null || QueryMembers.Any(member => member.WireName == pair.Key));

    private Dictionary<string, string>? Labels(string path)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = path.TrimStart('/');
        foreach (var segment in segments)
        {
            if (segment is ['{', .. var all, '+', '}'])
            {
                labels[all] = Uri.UnescapeDataString(rest);
                return rest.Length == 0 ? null : labels;
            }

            var slash = rest.IndexOf('/');
            var (text, after) = slash < 0 ? (rest, "") : (rest[..slash], rest[(slash + 1)..]);
            if (segment is ['{', .. var name, '}'] && text.Length > 0)
            {
                labels[name] = Uri.UnescapeDataString(text);
            }
            else if (segment != text)
            {
                return null;
            }

            rest = after;
        }

        return rest.Length == 0 ? labels : null;
    }
}
