using Headroom.Notifier;

try
{
    return Environment.GetEnvironmentVariable("_HANDLER") switch
    {
        CalendarProcess.Handler => await CalendarProcess.RunAsync(Environment.GetEnvironmentVariable),
        DeletionProcess.Handler => await DeletionProcess.RunAsync(Environment.GetEnvironmentVariable),
        _ => await NotifierProcess.RunAsync(Environment.GetEnvironmentVariable),
    };
}
#pragma warning disable CA1031 // Main is one of the two places that catch everything: one line, and an exit code that Lambda reports.
catch (Exception fault)
#pragma warning restore CA1031
{
    await Console.Error.WriteLineAsync($"The Notifier stops: {fault}");
    return 1;
}
