namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>Reads a ProjectionExpression: paths, separated by commas.</summary>
internal sealed class ProjectionReader : ExpressionReader
{
    private ProjectionReader(string text, ExpressionAttributes attributes)
        : base("ProjectionExpression", text, attributes)
    {
    }

    /// <summary>Null where there is no expression: everything is asked for.</summary>
    /// <exception cref="InvalidRequestException">It is none.</exception>
    public static ProjectionExpression? Read(string? text, ExpressionAttributes attributes)
    {
        if (text is null)
        {
            return null;
        }

        var reader = new ProjectionReader(text, attributes);
        var documents = new List<DocumentPath>();
        do
        {
            var document = reader.ReadPath();
            if (documents.Find(earlier => earlier.Overlaps(document)) is { } earlier)
            {
                throw reader.Invalid($"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {earlier}, path two: {document}");
            }

            documents.Add(document);
        }
        while (reader.TakeSymbol(","));

        reader.ExpectEnd();
        return new(documents);
    }
}
