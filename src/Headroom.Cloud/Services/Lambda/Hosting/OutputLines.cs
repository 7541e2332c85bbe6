using System.Text;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>Splits what a process prints into lines, and finds the marks among them.</summary>
internal sealed class OutputLines(Action<IReadOnlyList<string>> printed)
{
    private readonly StringBuilder _pending = new();
    private volatile Mark _expected = new("", new());

    /// <summary>Done when this text has been read; what stands before it counts as a line.</summary>
    internal Task Expect(string mark)
    {
        var expected = new Mark(mark, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _expected = expected;
        return expected.Found.Task;
    }

    internal async Task ReadAsync(Stream output)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[16 * 1024];
        var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        while (await output.ReadAsync(bytes) is > 0 and var count)
        {
            _pending.Append(text, 0, decoder.GetChars(bytes, 0, count, text, 0));
            TakeLines();
        }

        Print(_pending.ToString().Split('\n'));
    }

    private void TakeLines()
    {
        var expected = _expected;
        var text = _pending.ToString();
        var mark = expected.Text.Length == 0 ? -1 : text.IndexOf(expected.Text, StringComparison.Ordinal);
        if (mark >= 0)
        {
            Print(text[..mark].Split('\n'));
            text = text[(mark + expected.Text.Length)..];
        }

        var end = text.LastIndexOf('\n') + 1;
        Print(text[..end].Split('\n'));
        _pending.Clear().Append(text[end..]);
        if (mark >= 0)
        {
            _expected = new("", new());
            expected.Found.TrySetResult();
        }
    }

    private void Print(IEnumerable<string> lines)
    {
        var said = lines.Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        if (said.Count > 0)
        {
            printed(said);
        }
    }

    private sealed record Mark(string Text, TaskCompletionSource Found);
}
