namespace Headroom.Bench.Comparison;

/// <summary>Something observed.</summary>
/// <param name="Text">In words.</param>
/// <param name="IsRight">Whether it is as it should be.</param>
internal sealed record Finding(string Text, bool IsRight)
{
    /// <summary>What is wrong is bold.</summary>
    public override string ToString() => IsRight ? Text : $"**{Text}**";
}
