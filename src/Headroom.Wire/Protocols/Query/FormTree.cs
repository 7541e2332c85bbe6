using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Query;

/// <summary>A Query form as the tree that its dotted names describe: <c>Tags.member.1.Key=a</c>.</summary>
internal sealed class FormTree
{
    private readonly Dictionary<string, FormTree> children = new(StringComparer.Ordinal);

    /// <summary>The value that stands right here; null where only children have one.</summary>
    public string? Value { get; private set; }

    /// <summary>The children that are numbers, in their order.</summary>
    public IEnumerable<FormTree> Numbered =>
        children.Where(child => int.TryParse(child.Key, out _)).OrderBy(child => int.Parse(child.Key)).Select(child => child.Value);

    /// <summary>The part of the tree under a name that may have dots itself; null where there is none.</summary>
    public FormTree? Under(string name)
    {
        var node = this;
        foreach (var step in name.Split('.'))
        {
            if (!node.children.TryGetValue(step, out node))
            {
                return null;
            }
        }

        return node;
    }

    public static FormTree Parse(byte[] body, string rawQuery)
    {
        var root = new FormTree();
        foreach (var (name, value) in Form.Parse(rawQuery).Concat(Form.Parse(body)))
        {
            var node = root;
            foreach (var step in name.Split('.'))
            {
                node = node.children.TryGetValue(step, out var child) ? child : node.children[step] = new FormTree();
            }

            node.Value = value;
        }

        return root;
    }
}
