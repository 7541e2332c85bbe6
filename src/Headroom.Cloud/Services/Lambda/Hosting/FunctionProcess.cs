using System.Diagnostics;
using System.Text;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>
/// The process of an environment. It dies with the cloud, also when that is killed: a shell between the two holds the read end
/// of a pipe that closes with the cloud, and kills the process then.
/// </summary>
internal sealed class FunctionProcess : IDisposable
{
    private const string Guard =
        """
        exec 3<&0 </dev/null 2>&1
        "$@" 3<&- &
        child=$!
        { read -r _ <&3; kill -KILL "$child"; } 2>/dev/null &
        watch=$!
        exec 3<&-
        wait "$child"
        status=$?
        kill "$watch" 2>/dev/null
        exit "$status"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly Process _process = new();
    private readonly OutputLines _lines;
    private Task _reading = Task.CompletedTask;
    private int _flushes;

    /// <summary>A process that is not started yet.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="variables">Its whole environment.</param>
    /// <param name="printed">Called for lines on standard output and error.</param>
    internal FunctionProcess(
        IEnumerable<string> command,
        string directory,
        IReadOnlyDictionary<string, string> variables,
        Action<IReadOnlyList<string>> printed)
    {
        _lines = new(printed);
        var start = _process.StartInfo;
        start.FileName = "/bin/sh";
        start.WorkingDirectory = directory;
        start.UseShellExecute = false;
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        foreach (var argument in (string[])["-c", Guard, "guard", .. command])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
    }

    internal void Start()
    {
        _process.Start();
        _reading = _lines.ReadAsync(_process.StandardOutput.BaseStream);
    }

    /// <summary>Waits until what the process printed so far has been read.</summary>
    internal async Task FlushAsync()
    {
        // Only Linux lets one write into another's pipe: a mark there is read after all that was printed before it.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var mark = $"\0flush {++_flushes}\n";
        var flushed = _lines.Expect(mark);
        try
        {
            await using (var pipe = new FileStream($"/proc/{_process.Id}/fd/1", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
            {
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(mark));
            }

            await flushed.WaitAsync(Patience);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException)
        {
            // It is ending, or prints without end: its lines come when they come.
        }
    }

    /// <summary>Waits for its end and says, as Lambda words it, how it came.</summary>
    internal async Task<string> ExitAsync()
    {
        await _process.WaitForExitAsync();
        try
        {
            await _reading.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // Something that it started holds its output open.
        }

        return _process.ExitCode switch
        {
            0 => "Runtime exited without providing a reason",
            128 + 6 => "Runtime exited with error: signal: aborted",
            128 + 9 => "Runtime exited with error: signal: killed",
            128 + 11 => "Runtime exited with error: signal: segmentation fault",
            128 + 15 => "Runtime exited with error: signal: terminated",
            var code => $"Runtime exited with error: exit status {code}",
        };
    }

    /// <summary>Ends the process and whatever it has started.</summary>
    internal void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was never started, or has ended.
        }
    }

    public void Dispose() => _process.Dispose();
}
