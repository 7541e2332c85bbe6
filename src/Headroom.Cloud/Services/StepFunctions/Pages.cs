namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>How long the pages of lists are.</summary>
internal static class Pages
{
    private const int Default = 100;
    private const int Max = 1000;

    /// <summary>0 and nothing mean the default.</summary>
    public static int Size(int? wanted) => wanted is null or 0 ? Default : Math.Min(wanted.Value, Max);
}
