using System.Globalization;
using System.Text;

namespace Headroom.States.Tests.Recorded;

/// <summary>How a case came out: null where that was not recorded.</summary>
/// <param name="Case">The case.</param>
/// <param name="Pass">Status, output and error.</param>
/// <param name="Types">The sequence of event types.</param>
/// <param name="Full">The events with their details.</param>
/// <param name="Cause">AWS's wording.</param>
/// <param name="Why">The first difference.</param>
internal sealed record CaseScore(RecordedCase Case, bool Pass, bool? Types, bool? Full, bool? Cause, string? Why)
{
    public bool IsPerfect => Pass && Types != false && Full != false && Cause != false;

    /// <summary>The table of passed and total per group, and the first differences.</summary>
    public static string Table(IReadOnlyCollection<CaseScore> scores)
    {
        var table = new StringBuilder().AppendLine();
        foreach (var group in scores.GroupBy(s => s.Case.Group).Append(scores.GroupBy(_ => "all").First()))
        {
            table.Append(CultureInfo.InvariantCulture, $"{group.Key,-22}");
            Count("pass", s => s.Pass);
            Count("types", s => s.Types);
            Count("full", s => s.Full);
            Count("cause", s => s.Cause);
            table.AppendLine();

            void Count(string name, Func<CaseScore, bool?> of)
            {
                var total = group.Count(s => of(s) is not null);
                if (total > 0)
                {
                    table.Append(CultureInfo.InvariantCulture, $"  {name} {group.Count(s => of(s) == true)}/{total}");
                }
            }
        }

        foreach (var bad in scores.Where(s => !s.IsPerfect))
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"  {bad.Case.Group} | {bad.Case.Name.Split("::")[^1]} | {bad.Why}");
        }

        return table.ToString();
    }
}
