using System.Text.Json.Serialization;

namespace Headroom.Traffic.Rates;

/// <summary>Requests over time. Every kind tells the requests of any span exactly, so that no step size changes them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "Kind")]
[JsonDerivedType(typeof(ConstantRate), "Constant")]
[JsonDerivedType(typeof(DailyRate), "Daily")]
[JsonDerivedType(typeof(NotificationBurst), "Burst")]
[JsonDerivedType(typeof(RateTrace), "Trace")]
public abstract record RequestRate
{
    /// <summary>How many requests are expected in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public abstract double Requests(DateTimeOffset from, DateTimeOffset to);
}
