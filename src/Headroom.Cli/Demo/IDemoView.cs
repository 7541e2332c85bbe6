using Headroom.Cli.Assemblies;
using Headroom.Cloud;

namespace Headroom.Cli.Demo;

/// <summary>Shows a demo to a person or to a program.</summary>
internal interface IDemoView
{
    void Started(CloudSettings settings, double speed);

    void Deploying(string line);

    void Deployed(DateTimeOffset at, DeployedStack stack);

    void Published(DateTimeOffset at, string message, Observation before);

    void Changed(DateTimeOffset published, Observation seen);

    void Reached(Milestones before, Milestones after);

    void Ended(DateTimeOffset at, Milestones milestones, IReadOnlyList<string> path, Pushes pushes, TimeSpan wall);
}
