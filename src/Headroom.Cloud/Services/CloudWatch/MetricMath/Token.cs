namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>One word of an expression.</summary>
internal readonly record struct Token(TokenKind Kind, string Text)
{
    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

/// <summary>What a word is.</summary>
internal enum TokenKind
{
    /// <summary>Nothing follows.</summary>
    End,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A name: an id in the request, a function, a word as <c>REPEAT</c>, the operators <c>AND</c> and <c>OR</c>.</summary>
    Name,

    /// <summary>A text in quotes, without them.</summary>
    Text,

    /// <summary>An operator, a parenthesis, a bracket or a comma.</summary>
    Symbol,
}
