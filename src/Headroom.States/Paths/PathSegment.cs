using System.Collections.Immutable;

namespace Headroom.States.Paths;

/// <summary>One step of a JSONPath.</summary>
internal abstract record PathSegment
{
    /// <summary>Whether the step leads to at most one value.</summary>
    public virtual bool IsDefinite => false;

    /// <summary><c>.name</c> or <c>['name']</c>.</summary>
    public sealed record Property(string Name) : PathSegment
    {
        public override bool IsDefinite => true;
    }

    /// <summary><c>['a','b']</c>: an object of just these members. It must end the path.</summary>
    public sealed record Properties(ImmutableArray<string> Names) : PathSegment
    {
        public override bool IsDefinite => true;
    }

    /// <summary><c>[3]</c>, or <c>[-1]</c> from the end.</summary>
    public sealed record Index(int At) : PathSegment
    {
        public override bool IsDefinite => true;
    }

    /// <summary><c>[1,3]</c>.</summary>
    public sealed record Indexes(ImmutableArray<int> At) : PathSegment;

    /// <summary><c>[1:3]</c>, <c>[1:]</c> or <c>[:3]</c>.</summary>
    public sealed record Slice(int? From, int? To) : PathSegment;

    /// <summary><c>*</c>: every member or item.</summary>
    public sealed record Wildcard : PathSegment;

    /// <summary><c>..</c>: the value and everything below it.</summary>
    public sealed record Descendants : PathSegment;

    /// <summary><c>[?(…)]</c>: the items for which the expression holds, or the object itself.</summary>
    /// <param name="Expression">What is asked.</param>
    /// <param name="OfAll">After <c>..</c>: arrays are passed over, since their items are asked themselves.</param>
    public sealed record Filter(FilterExpression Expression, bool OfAll = false) : PathSegment;

    /// <summary><c>.length()</c> and the like, at the end of a path.</summary>
    public sealed record Function(string Name) : PathSegment
    {
        public override bool IsDefinite => true;
    }
}
