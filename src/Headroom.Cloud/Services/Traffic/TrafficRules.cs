using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>What PutTraffic refuses.</summary>
internal static class TrafficRules
{
    internal static Refusal? Refuse(PutTrafficRequest request) => request switch
    {
        { RequestsPerSecond: < 0 } => Invalid("RequestsPerSecond", "at least 0"),
        { Daily: { } daily } when daily.Low < 0 || daily.High < daily.Low => Invalid("Daily", "0 <= Low <= High"),
        { Burst.Audience: < 0 } => Invalid("Burst.Audience", "at least 0"),
        { Burst.OpenRate: < 0 or > 1 } => Invalid("Burst.OpenRate", "0 to 1"),
        { Burst.MedianMinutes: <= 0 } => Invalid("Burst.MedianMinutes", "above 0"),
        { Burst.Spread: <= 0 } => Invalid("Burst.Spread", "above 0"),
        { Burst.RequestsPerOpen: < 0 } => Invalid("Burst.RequestsPerOpen", "at least 0"),
        { Work.CpuMillisecondsPerRequest: <= 0 } => Invalid("Work.CpuMillisecondsPerRequest", "above 0"),
        { Work.IdleCpuPercent: < 0 or >= 100 } => Invalid("Work.IdleCpuPercent", "0 to below 100"),
        { Work.TimeoutSeconds: <= 0 } => Invalid("Work.TimeoutSeconds", "above 0"),
        _ => null,
    };

    private static Refusal Invalid(string member, string allowed) => new("ValidationException", $"{member} must be {allowed}.");
}
