namespace Headroom.States.Tests.Language;

/// <summary>A table of cases beside the tests: one line a case, <c>what is asked ⇶ what is expected</c>; <c>#</c> starts a comment.</summary>
internal static class CaseTable
{
    public static TheoryData<string, string> Read(string name)
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", name)).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var parts = line.Split(" ⇶ ");
            cases.Add(parts[0], parts[1]);
        }

        return cases;
    }
}
