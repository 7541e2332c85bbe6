namespace Headroom.States.Reading;

/// <summary>QueryLanguage, of a machine or a state: JSONPath, or refused.</summary>
internal static class QueryLanguages
{
    public static void Check(FieldReader fields)
    {
        if (fields.OneOf("QueryLanguage", "JSONPath", "JSONata") == "JSONata")
        {
            fields.Wrong("QueryLanguage", "The query language 'JSONata' is not supported; only 'JSONPath' is");
        }
    }
}
