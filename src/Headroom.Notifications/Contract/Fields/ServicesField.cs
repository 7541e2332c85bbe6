using System.Collections.Immutable;
using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary><c>services</c>: a list of <c>"cluster/service"</c>, each of them covered.</summary>
internal static class ServicesField
{
    private const int Shown = 5;

    public static Reading<ImmutableArray<CoveredService>> Read(JsonElement given, ContractTerms terms)
    {
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() == 0)
        {
            return Refused(given, "is not a list of services", terms);
        }

        var covered = terms.Services.ToDictionary(service => service.ToString());
        var services = ImmutableArray.CreateBuilder<CoveredService>();
        foreach (var item in given.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !covered.TryGetValue(item.GetString()!, out var service))
            {
                return Refused(item, "is not covered here", terms);
            }

            services.Add(service);
        }

        return services.Distinct().ToImmutableArray();
    }

    private static Reading<ImmutableArray<CoveredService>> Refused(JsonElement given, string why, ContractTerms terms)
    {
        var more = terms.Services.Length > Shown ? $" and {terms.Services.Length - Shown} more" : "";
        return Reading.Refused<ImmutableArray<CoveredService>>(
            $"services: {Given.Value(given)} {why}; " +
            $"allowed is a list of some of \"{string.Join("\", \"", terms.Services.Take(Shown))}\"{more}");
    }
}
